package io.countersign.simulator.rules;

import io.countersign.simulator.model.ApiCaller;
import io.countersign.simulator.model.ResourceShare;
import io.countersign.simulator.model.SharedResource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The shares, by id, by resource and by recipient. */
final class ShareStore {

    private final Map<String, ResourceShare> byId = new LinkedHashMap<>();
    private final Map<String, Map<String, ResourceShare>> byResource = new LinkedHashMap<>();
    private final Map<ApiCaller, InvitationInbox> inboxes = new LinkedHashMap<>();

    void put(ResourceShare share) {
        var earlier = byId.put(share.id(), share);
        byResource
                .computeIfAbsent(share.resourceId(), id -> new LinkedHashMap<>(2))
                .put(share.id(), share);
        if (earlier != null) {
            inbox(new ApiCaller(String.valueOf(earlier.recipient()), earlier.region()))
                    .remove(earlier);
        }
        var recipient = share.recipient();
        if (recipient != null) {
            inboxes.computeIfAbsent(new ApiCaller(recipient, share.region()), inbox -> new InvitationInbox())
                    .put(share);
        }
    }

    Optional<ResourceShare> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    Collection<ResourceShare> all() {
        return byId.values();
    }

    Stream<ResourceShare> of(SharedResource resource) {
        return byResource.getOrDefault(resource.id(), Map.of()).values().stream();
    }

    InvitationInbox inbox(ApiCaller recipient) {
        return inboxes.getOrDefault(recipient, new InvitationInbox());
    }
}
