package io.countersign.benchmark;

import io.countersign.benchmark.PageFleet.Page;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Measures each page with 100,000 pending invitations against itself with 100, and the queue with resources that all
 * accounts share. Requests alternate between the applications, so that other load on the machine affects all alike.
 */
@Benchmark
class PageBenchmark {

    private static final int ACCOUNTS = Integer.getInteger("benchmark.many-accounts", 2000);
    private static final int PENDING = Integer.getInteger("benchmark.pending", 100_000);
    private static final int FEW = 100;
    private static final int SHARED = 32;
    private static final long ENTRIES = Long.getLong("benchmark.entries", 1_000_000);
    private static final int WARM = Integer.getInteger("benchmark.warm-rounds", 60);
    private static final int MEASURED = Integer.getInteger("benchmark.rounds", 60);

    private static final Page QUEUE = new Page("queue", "/?view=all");
    private static final Page TEXT = new Page("queue with a text", "/?text=workload+0000");
    private static final Page HISTORY = new Page("history", "/history");

    /** The pages that must not grow with the number of invitations. */
    private static final List<Page> PAGES = List.of(
            QUEUE,
            TEXT,
            new Page("queue by type and permission", "/?type=LENS&permission=READONLY"),
            new Page("queue sorted by expiry", "/?sort=expiresBy"),
            new Page("queue sorted by first seen", "/?sort=firstSeen"),
            new Page("queue sorted by name", "/?sort=name"),
            new Page("queue sorted by owner", "/?sort=owner"),
            new Page("queue sorted by recipient", "/?sort=recipient"),
            new Page("queue sorted by permission", "/?sort=permission"),
            new Page("queue sorted by assignee", "/?sort=assignee"),
            new Page("invitation", "{invitation}"),
            new Page("overview", "/lead"));

    private static final Page SECOND = new Page("queue, page 2", "/?page=2");
    private static final Page DEEP = new Page("queue, page 1000", "/?page=" + Math.min(1000, PENDING / 50));

    private static final List<Page> HISTORIES = List.of(
            HISTORY,
            new Page("history by user", "/history?person=user7"),
            new Page("history of all entries", "/history?outcome=ALL"),
            new Page("history of decisions", "/history?outcome=DECIDED"),
            new Page("history by action", "/history?action=READ"),
            new Page("history by outcome", "/history?outcome=DISCOVERED"),
            new Page("history by type", "/history?type=LENS"),
            new Page("history by owner", "/history?owner=555566667778"),
            new Page("history by account and Region", "/history?account=700000000007&region=eu-west-1"),
            new Page("history by days", "/history?from=2020-01-01&to=2099-12-31"),
            new Page("history with a text", "/history?text=team+77"),
            new Page("history with a text that no entry has", "/history?text=no+such+text"));

    @Test
    void pages(Results results) throws IOException {
        try (BenchmarkDatabaseServer server = BenchmarkDatabaseServer.start();
                PageFleet few = PageFleet.read(server, 20, FEW, 0, 1000);
                PageFleet many = PageFleet.read(server, ACCOUNTS, PENDING, 0, ENTRIES);
                PageFleet shared = PageFleet.read(server, ACCOUNTS, PENDING, SHARED, 0)) {
            rounds(WARM, few, many, shared);
            Stream.of(few, many, shared).forEach(PageFleet::forgetTimes);
            rounds(MEASURED, few, many, shared);
            for (Page page : PAGES) {
                results.compared(
                        "(g) " + page.name() + ", by that at " + FEW + " rows",
                        many.median(page),
                        "ms",
                        few.median(page),
                        2.0);
            }
            results.compared(
                    "(g) " + DEEP.name() + ", by page 2 at " + FEW + " rows",
                    many.median(DEEP),
                    "ms",
                    few.median(SECOND),
                    2.0);
            results.alone("(g) " + TEXT.name(), many.median(TEXT), "ms", 60.0);
            results.compared(
                    "(g) queue with " + SHARED + " resources for all accounts, by unique resources",
                    shared.median(QUEUE),
                    "ms",
                    many.median(QUEUE),
                    2.0);
            results.alone("(g) HTML of the same", shared.kilobytes(QUEUE), "kB", 250.0);
            results.alone("(g) processor time of a queue page", many.processorMillis(QUEUE, 10 * MEASURED), "ms", 5.0);
            double limit = Math.max(100, 3 * few.median(HISTORY));
            for (Page page : HISTORIES) {
                results.alone("(g) " + page.name() + " with " + ENTRIES + " entries", many.median(page), "ms", limit);
            }
        }
    }

    private static void rounds(int times, PageFleet few, PageFleet many, PageFleet shared) {
        for (int i = 0; i < times; i++) {
            for (Page page : PAGES) {
                few.visit(page);
                many.visit(page);
            }
            few.visit(SECOND);
            many.visit(DEEP);
            shared.visit(QUEUE);
            few.visit(HISTORY);
            HISTORIES.forEach(many::visit);
        }
    }
}
