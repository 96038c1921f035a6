package io.countersign.simulator.rules;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All that one account was ever invited to in one Region, in the order of its lists. */
final class Inbox {

    private final Map<ResourceType, TreeMap<String, Share>> byType = new EnumMap<>(ResourceType.class);

    void put(Share share) {
        byType.computeIfAbsent(share.type(), type -> new TreeMap<>()).put(share.sortKey(), share);
    }

    void remove(Share share) {
        var ofType = byType.get(share.type());
        if (ofType != null) {
            ofType.remove(share.sortKey());
        }
    }

    /** @param type null for all */
    Stream<Share> after(@Nullable ResourceType type, String sortKey) {
        if (type != null) {
            return byType.getOrDefault(type, new TreeMap<>()).tailMap(sortKey, false).values().stream();
        }
        var merged = new TreeMap<String, Share>();
        byType.values().forEach(shares -> merged.putAll(shares.tailMap(sortKey, false)));
        return merged.values().stream();
    }
}
