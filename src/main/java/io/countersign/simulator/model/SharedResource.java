package io.countersign.simulator.rules;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something an account has made and can share.
 *
 * @param id the workload's id, or the ARN of the lens, profile or review template
 * @param version of a lens or profile; null while a lens is a draft, and for the other types
 * @param attributes what the owner described it with, under AWS's names
 */
public record Resource(
        ResourceType type,
        String id,
        String arn,
        String owner,
        String region,
        String name,
        @Nullable String version,
        Map<String, Object> attributes,
        Instant createdAt,
        Instant updatedAt) {

    /** @param key 32 hexadecimal digits, new for every resource */
    public static Resource make(
            ResourceType type, Caller owner, String key, String name, Map<String, Object> attributes, Instant now) {
        var arn = "arn:%s:wellarchitected:%s:%s:%s/%s"
                .formatted(Regions.partition(owner.region()), owner.region(), owner.account(), type.arnWord(), key);
        var id = type == ResourceType.WORKLOAD ? key : arn;
        var version = type == ResourceType.PROFILE ? "1" : null;
        return new Resource(
                type, id, arn, owner.account(), owner.region(), name, version, Map.copyOf(attributes), now, now);
    }

    public Resource published(String newVersion, Instant now) {
        return new Resource(type, id, arn, owner, region, name, newVersion, attributes, createdAt, now);
    }

    public Resource redrafted(String newName, Map<String, Object> newAttributes, Instant now) {
        return new Resource(type, id, arn, owner, region, newName, version, Map.copyOf(newAttributes), createdAt, now);
    }

    boolean isDraft() {
        return type == ResourceType.LENS && version == null;
    }

    boolean isIn(Caller caller) {
        return region.equals(caller.region());
    }

    public boolean isOwnedBy(Caller caller) {
        return isIn(caller) && owner.equals(caller.account());
    }

    String sortKey() {
        return SortKey.of(createdAt, id);
    }
}
