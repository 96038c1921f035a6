package io.countersign.simulator.demo;

import io.countersign.simulator.rules.World;
import java.util.List;
import java.util.Map;

/** The demo's accounts. */
public final class DemoData {

    private static final Map<String, String> NAMES = Map.of(
            "111122223333", "Retail prod",
            "222233334444", "Logistics",
            "333344445555", "Analytics",
            "444455556666", "Sandbox",
            "555566667777", "Platform engineering (owner)",
            "999988887777", "Northwind Consulting (owner outside the organization)");

    public static final List<String> ACCOUNTS = NAMES.keySet().stream().sorted().toList();

    private DemoData() {}

    public static String name(String account) {
        return NAMES.getOrDefault(account, "");
    }

    public static void addAccounts(World world) {
        world.exclusively(() -> {
            ACCOUNTS.forEach(world::addAccount);
            return world;
        });
    }

    public static void topUp(World world) {}
}
