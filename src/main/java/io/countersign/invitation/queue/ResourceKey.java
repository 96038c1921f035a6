package io.countersign.invitation.queue;

import io.countersign.invitation.Invitation;
import org.jspecify.annotations.Nullable;

/**
 * What makes two invitations offer the same. Where AWS does not say what is offered, or by whom, each is its own.
 *
 * @param what the id of the resource, or of the invitation
 */
public record ResourceKey(@Nullable String owner, String what) {

    static ResourceKey of(String invitation, @Nullable String owner, @Nullable String resource) {
        return owner == null || resource == null ? new ResourceKey(null, invitation) : new ResourceKey(owner, resource);
    }

    public static ResourceKey of(Invitation invitation) {
        return of(
                invitation.id().value(),
                invitation.listed().sharedBy(),
                invitation.listed().resourceId());
    }
}
