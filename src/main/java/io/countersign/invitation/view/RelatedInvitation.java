package io.countersign.invitation.view;

import org.jspecify.annotations.Nullable;

/**
 * Another invitation to the same resource.
 *
 * @param mark as in {@link InvitationView}
 * @param twice whether it has the same account and Region, because the account was invited twice or together with one
 *     of its users
 */
public record RelatedInvitation(
        String href,
        String accountName,
        String region,
        @Nullable String sharedWith,
        String mark,
        boolean twice) {}
