package io.countersign.simulator.rules;

import io.countersign.simulator.model.ResourceShare;
import io.countersign.simulator.model.ResourceType;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All invitations of one account in one Region, in the order of its lists. */
final class InvitationInbox {

    private final Map<ResourceType, TreeMap<String, ResourceShare>> byType = new EnumMap<>(ResourceType.class);

    void put(ResourceShare share) {
        byType.computeIfAbsent(share.type(), type -> new TreeMap<>()).put(share.sortKey(), share);
    }

    void remove(ResourceShare share) {
        var ofType = byType.get(share.type());
        if (ofType != null) {
            ofType.remove(share.sortKey());
        }
    }

    /** @param type null for all */
    Stream<ResourceShare> after(@Nullable ResourceType type, String sortKey) {
        if (type != null) {
            return byType.getOrDefault(type, new TreeMap<>()).tailMap(sortKey, false).values().stream();
        }
        var merged = new TreeMap<String, ResourceShare>();
        byType.values().forEach(shares -> merged.putAll(shares.tailMap(sortKey, false)));
        return merged.values().stream();
    }
}
