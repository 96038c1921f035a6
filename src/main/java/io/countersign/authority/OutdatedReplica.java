package io.countersign.authority;

import java.util.List;

/** A running replica whose configuration differs from that of the replica that started last. */
public record OutdatedReplica(String name, List<ValueKind> kinds) {

    public OutdatedReplica {
        kinds = List.copyOf(kinds);
    }
}
