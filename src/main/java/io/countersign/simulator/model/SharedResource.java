package io.countersign.simulator.model;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A resource that an account owns and can share.
 *
 * @param id the workload's id, or the ARN of the lens, profile or review template
 * @param version of a lens or profile; null while a lens is a draft, and for the other types
 * @param attributes the description by the owner, under AWS's member names
 */
public record SharedResource(
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
    public static SharedResource make(
            ResourceType type, ApiCaller owner, String key, String name, Map<String, Object> attributes, Instant now) {
        var arn = "arn:%s:wellarchitected:%s:%s:%s/%s"
                .formatted(
                        RegionCatalog.partition(owner.region()), owner.region(), owner.account(), type.arnWord(), key);
        var id = type == ResourceType.WORKLOAD ? key : arn;
        var version = type == ResourceType.PROFILE ? "1" : null;
        return new SharedResource(
                type, id, arn, owner.account(), owner.region(), name, version, Map.copyOf(attributes), now, now);
    }

    public SharedResource published(String newVersion, Instant now) {
        return new SharedResource(type, id, arn, owner, region, name, newVersion, attributes, createdAt, now);
    }

    public SharedResource reimported(String newName, Map<String, Object> newAttributes, Instant now) {
        return new SharedResource(
                type, id, arn, owner, region, newName, version, Map.copyOf(newAttributes), createdAt, now);
    }

    public boolean isDraft() {
        return type == ResourceType.LENS && version == null;
    }

    public boolean isIn(ApiCaller caller) {
        return region.equals(caller.region());
    }

    public boolean isOwnedBy(ApiCaller caller) {
        return isIn(caller) && owner.equals(caller.account());
    }

    public String sortKey() {
        return SortKey.of(createdAt, id);
    }
}
