package io.countersign.invitation.queue;

import io.countersign.invitation.Invitation;
import org.jspecify.annotations.Nullable;

/**
 * Identifies a resource by owner and id. Without a resource id or an owner, an invitation forms its own group.
 *
 * @param what the id of the resource, or of the invitation
 */
public record ResourceKey(@Nullable String owner, String what) {

    static final int INDEXED = 200;

    static ResourceKey of(String invitation, @Nullable String owner, @Nullable String resource) {
        return owner == null || resource == null ? new ResourceKey(null, invitation) : new ResourceKey(owner, resource);
    }

    /** Returns the indexed part of a resource id, as PostgreSQL computes it. */
    public static String start(String resource) {
        int characters = resource.codePointCount(0, resource.length());
        return resource.substring(0, resource.offsetByCodePoints(0, Math.min(characters, INDEXED)));
    }

    public static ResourceKey of(Invitation invitation) {
        return of(
                invitation.id().value(),
                invitation.listed().sharedBy(),
                invitation.listed().resourceId());
    }
}
