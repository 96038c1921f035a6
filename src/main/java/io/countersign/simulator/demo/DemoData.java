package io.countersign.simulator.demo;

import io.countersign.simulator.rules.ShareStatus;
import io.countersign.simulator.rules.World;
import java.util.Map;
import java.util.TreeMap;

/** The demo's accounts, and shares among them. */
public final class DemoData {

    /** Fewer waiting invitations than this make a poor demo. */
    private static final int ENOUGH = 60;

    private DemoData() {}

    /** What to sign in with: the account ids, and the names they go by. */
    public static Map<String, String> names() {
        var names = new TreeMap<String, String>();
        DemoAccounts.all().forEach(account -> names.put(account.id(), account.name()));
        return names;
    }

    public static void addAccounts(World world) {
        world.exclusively(() -> {
            DemoAccounts.all().forEach(world::put);
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
