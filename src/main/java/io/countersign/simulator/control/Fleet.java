package io.countersign.simulator.control;

import io.countersign.simulator.rules.Caller;
import io.countersign.simulator.rules.Permission;
import io.countersign.simulator.rules.Principal;
import io.countersign.simulator.rules.Regions;
import io.countersign.simulator.rules.Resource;
import io.countersign.simulator.rules.ResourceType;
import io.countersign.simulator.rules.Share;
import io.countersign.simulator.rules.World;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Many accounts at once, for measuring.
 *
 * @param accounts how many recipients; they are 100000000001 and so on
 * @param regions in each of which each account is invited
 * @param invitations how many in all, dealt out in turn
 */
record Fleet(int accounts, List<String> regions, int invitations) {

    private static final long FIRST = 100_000_000_001L;
    private static final String OWNER = "555566667777";

    Fleet {
        if (accounts < 1 || accounts > 10_000) {
            throw new IllegalArgumentException("accounts must be 1 to 10000");
        }
        if (regions == null || regions.isEmpty()) {
            throw new IllegalArgumentException("regions must name one or more");
        }
        if (!regions.stream().allMatch(Regions::isKnown)) {
            throw new IllegalArgumentException("regions must be ones that have the service");
        }
        if (invitations < 0 || invitations > 1_000_000) {
            throw new IllegalArgumentException("invitations must be 0 to 1000000");
        }
    }

    Object settle(World world) {
        for (int i = 0; i < accounts; i++) {
            world.addAccount(String.valueOf(FIRST + i));
        }
        for (int i = 0; i < invitations; i++) {
            invite(world, i);
        }
        return Map.of("accounts", accounts, "sources", accounts * regions.size(), "invitations", invitations);
    }

    private void invite(World world, int index) {
        var recipient = String.valueOf(FIRST + index % accounts);
        var region = regions.get(index / accounts % regions.size());
        var type = ResourceType.values()[index % ResourceType.values().length];
        var made = Resource.make(
                type,
                new Caller(OWNER, region),
                "f1ee7%027x".formatted(index),
                "Fleet " + type.name().toLowerCase(Locale.ROOT) + " " + index,
                Map.of("Description", "Made for measuring"),
                world.now());
        var resource = type == ResourceType.LENS ? made.published("1.0", world.now()) : made;
        world.put(resource);
        world.put(Share.offer(
                "f1ee7%027x".formatted(index), resource, Principal.of(recipient), Permission.READONLY, world.now()));
    }
}
