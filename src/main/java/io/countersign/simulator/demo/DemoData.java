package io.countersign.simulator.demo;

import io.countersign.simulator.rules.ShareStatus;
import io.countersign.simulator.rules.World;
import java.util.List;
import java.util.Map;

/** The demo's accounts, and shares among them. */
public final class DemoData {

    /** Fewer waiting invitations than this make a poor demo. */
    private static final int ENOUGH = 60;

    private static final Map<String, String> NAMES = Map.of(
            "111122223333",
            "Retail prod",
            "222233334444",
            "Logistics",
            "333344445555",
            "Analytics",
            "444455556666",
            "Sandbox",
            "555566667777",
            "Platform engineering (owner)",
            DemoRoles.HUB,
            "Countersign hub",
            "999988887777",
            "Northwind Consulting (owner outside the organization)");

    public static final List<String> ACCOUNTS = NAMES.keySet().stream().sorted().toList();

    private DemoData() {}

    public static String name(String account) {
        return NAMES.getOrDefault(account, "");
    }

    public static void addAccounts(World world) {
        world.exclusively(() -> {
            ACCOUNTS.forEach(world::addAccount);
            DemoRoles.all().forEach(world.roles()::put);
            return world;
        });
    }

    /** Adds rounds of demo shares until enough of them wait. What is there already is left alone. */
    public static void topUp(World world) {
        world.exclusively(() -> {
            for (int round = 1; pending(world) < ENOUGH; round++) {
                new DemoRound(world, round).offerAll();
            }
            return world;
        });
    }

    private static long pending(World world) {
        var now = world.now();
        return world.shares()
                .filter(share -> share.statusAt(now) == ShareStatus.PENDING)
                .count();
    }
}
