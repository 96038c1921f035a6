package io.countersign.simulator.control;

import io.countersign.simulator.demo.DemoRoles;
import io.countersign.simulator.model.RegionCatalog;
import io.countersign.simulator.model.SharedResource;
import io.countersign.simulator.model.SimulatedAccount;
import io.countersign.simulator.rules.SimulatedAws;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Creates many accounts and invitations for benchmarks. The same numbers create the same data.
 *
 * @param accounts how many recipients; their ids start at 700000000001, and each has the roles of the demo
 * @param regions the Regions in which each account is invited
 * @param invitations how many in total
 * @param pagesEvery every n-th source gets three pages of workloads before the rest is distributed evenly; null for none
 * @param shared how many resources are shared with all accounts, each in one Region; null for none
 * @param owners how many accounts own the resources; null for one
 */
record LoadFixture(
        @Nullable Integer accounts,
        List<String> regions,
        @Nullable Integer invitations,
        @Nullable Integer pagesEvery,
        @Nullable Integer shared,
        @Nullable Integer owners) {

    private static final long FIRST = 700_000_000_001L;
    private static final long FIRST_OWNER = 555_566_667_777L;

    /** Pages of 50, 50 and 20. */
    private static final int THREE_PAGES = 120;

    LoadFixture {
        if (accounts == null || accounts < 1 || accounts > 10_000) {
            throw new IllegalArgumentException("accounts must be 1 to 10000");
        }
        if (regions == null || regions.isEmpty()) {
            throw new IllegalArgumentException("regions must name one or more");
        }
        if (!regions.stream().allMatch(region -> region != null && RegionCatalog.isKnown(region))) {
            throw new IllegalArgumentException("regions must be ones that have the service");
        }
        if (invitations == null || invitations < 0 || invitations > 1_000_000) {
            throw new IllegalArgumentException("invitations must be 0 to 1000000");
        }
        if (pagesEvery != null && pagesEvery < 1) {
            throw new IllegalArgumentException("pagesEvery must be 1 or more");
        }
        if (owners != null && (owners < 1 || owners > 1000)) {
            throw new IllegalArgumentException("owners must be 1 to 1000");
        }
        if (shared != null && (shared < 0 || shared > invitations / accounts)) {
            throw new IllegalArgumentException("shared must be 0 to invitations / accounts");
        }
        regions = regions.stream().distinct().toList();
    }

    /** Must be called inside {@link SimulatedAws#exclusively}. */
    Object load(SimulatedAws aws) {
        var ids = IntStream.range(0, number(accounts))
                .mapToObj(i -> String.valueOf(FIRST + i))
                .toList();
        ids.forEach(id -> {
            aws.accounts().put(SimulatedAccount.named(id, "Fleet " + id.substring(7)));
            DemoRoles.of(id).forEach(aws.roles()::put);
        });
        var sources = new ArrayList<LoadFixtureSource>();
        ids.forEach(id -> regions.forEach(region -> sources.add(new LoadFixtureSource(id, region))));
        invite(aws, sources);
        var lines = sources.stream().map(LoadFixtureSource::line).toList();
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
                lines.stream().mapToInt(LoadFixtureSource.Line::calls).sum(),
                "sources",
                lines);
    }

    private void invite(SimulatedAws aws, List<LoadFixtureSource> sources) {
        for (int n = 0; n < number(shared); n++) {
            share(aws, n, sources);
        }
        int left = number(invitations) - number(shared) * number(accounts);
        for (int i = 0; pagesEvery != null && i < sources.size() && left >= THREE_PAGES; i += pagesEvery) {
            for (int n = 0; n < THREE_PAGES; n++, left--) {
                sources.get(i).invite(aws, 0, owner(n));
            }
        }
        for (int i = 0; i < left; i++) {
            // the type advances with each source and each round, so that every source gets all types
            sources.get(i % sources.size()).invite(aws, i % sources.size() + i / sources.size(), owner(i));
        }
    }

    private void share(SimulatedAws aws, int n, List<LoadFixtureSource> sources) {
        String region = regions.get(n % regions.size());
        SharedResource resource = LoadFixtureSource.shared(aws, n, owner(n), region);
        sources.stream().filter(source -> source.in(region)).forEach(source -> source.invite(aws, resource));
    }

    private String owner(int n) {
        return String.valueOf(FIRST_OWNER + n % (owners == null ? 1 : owners));
    }

    private static int number(@Nullable Integer value) {
        return value == null ? 0 : value;
    }
}
