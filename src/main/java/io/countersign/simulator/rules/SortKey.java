package io.countersign.simulator.rules;

import java.time.Instant;

/** Oldest first, and the same order on every page. */
final class SortKey {

    private SortKey() {}

    static String of(Instant createdAt, String id) {
        return "%015d %s".formatted(createdAt.toEpochMilli(), id);
    }
}
