package io.countersign.invitation;

import org.jspecify.annotations.Nullable;

/**
 * What makes two invitations offer the same. Where AWS does not say what is offered, or by whom, each is its own.
 *
 * @param what the id of the resource, or of the invitation
 */
public record Offer(@Nullable String owner, String what) {

    static Offer of(String invitation, @Nullable String owner, @Nullable String resource) {
        return owner == null || resource == null ? new Offer(null, invitation) : new Offer(owner, resource);
    }

    public static Offer of(Invitation invitation) {
        return of(
                invitation.id().value(),
                invitation.listed().sharedBy(),
                invitation.listed().resourceId());
    }
}
