package io.countersign.simulator.control;

import io.countersign.simulator.demo.DemoRoles;
import io.countersign.simulator.rules.Account;
import io.countersign.simulator.rules.Regions;
import io.countersign.simulator.rules.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Many accounts at once, for measuring. The same numbers give the same fleet.
 *
 * @param accounts how many recipients; they are 700000000001 and so on, each with the roles of the demo
 * @param regions in each of which each account is invited
 * @param invitations how many in all
 * @param pagesEvery every n-th source gets three pages of workloads before the rest is dealt out in turn; null for none
 */
record Fleet(
        @Nullable Integer accounts,
        List<String> regions,
        @Nullable Integer invitations,
        @Nullable Integer pagesEvery) {

    private static final long FIRST = 700_000_000_001L;

    /** Fifty, fifty and twenty. */
    private static final int THREE_PAGES = 120;

    Fleet {
        if (accounts == null || accounts < 1 || accounts > 10_000) {
            throw new IllegalArgumentException("accounts must be 1 to 10000");
        }
        if (regions == null || regions.isEmpty()) {
            throw new IllegalArgumentException("regions must name one or more");
        }
        if (!regions.stream().allMatch(region -> region != null && Regions.isKnown(region))) {
            throw new IllegalArgumentException("regions must be ones that have the service");
        }
        if (invitations == null || invitations < 0 || invitations > 1_000_000) {
            throw new IllegalArgumentException("invitations must be 0 to 1000000");
        }
        if (pagesEvery != null && pagesEvery < 1) {
            throw new IllegalArgumentException("pagesEvery must be 1 or more");
        }
        regions = regions.stream().distinct().toList();
    }

    /** Must be called with the world to itself. */
    Object settle(World world) {
        var ids = IntStream.range(0, number(accounts))
                .mapToObj(i -> String.valueOf(FIRST + i))
                .toList();
        ids.forEach(id -> {
            world.put(Account.named(id, "Fleet " + id.substring(7)));
            DemoRoles.of(id).forEach(world.roles()::put);
        });
        var sources = new ArrayList<FleetSource>();
        ids.forEach(id -> regions.forEach(region -> sources.add(new FleetSource(id, region))));
        invite(world, sources);
        var lines = sources.stream().map(FleetSource::line).toList();
        return Map.of(
                "accounts",
                ids,
                "secret",
                "demo",
                "regions",
                regions,
                "invitations",
                number(invitations),
                "calls",
                lines.stream().mapToInt(FleetSource.Line::calls).sum(),
                "sources",
                lines);
    }

    private void invite(World world, List<FleetSource> sources) {
        int left = number(invitations);
        for (int i = 0; pagesEvery != null && i < sources.size() && left >= THREE_PAGES; i += pagesEvery) {
            for (int n = 0; n < THREE_PAGES; n++, left--) {
                sources.get(i).invite(world, 0);
            }
        }
        for (int i = 0; i < left; i++) {
            // one type further from source to source and from round to round, so that each has all types
            sources.get(i % sources.size()).invite(world, i % sources.size() + i / sources.size());
        }
    }

    private static int number(@Nullable Integer value) {
        return value == null ? 0 : value;
    }
}
