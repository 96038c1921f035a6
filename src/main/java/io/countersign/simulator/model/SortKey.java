package io.countersign.simulator.rules;

import java.time.Instant;

/** Oldest first, and the same order on every page. */
final class SortKey {

    private SortKey() {}

    static String of(Instant createdAt, String id) {
        var millis = Long.toString(createdAt.toEpochMilli());
        return "0".repeat(15 - millis.length()) + millis + ' ' + id;
    }
}
