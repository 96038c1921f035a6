package io.countersign.simulator.model;

import java.time.Instant;

/** The key by which lists are sorted: oldest first, with a stable order. */
public final class SortKey {

    private SortKey() {}

    public static String of(Instant createdAt, String id) {
        var millis = Long.toString(createdAt.toEpochMilli());
        return "0".repeat(15 - millis.length()) + millis + ' ' + id;
    }
}
