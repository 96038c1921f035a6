package io.countersign.invitation.view;

import org.jspecify.annotations.Nullable;

/**
 * Another invitation to the same resource.
 *
 * @param mark as in {@link InvitationView}
 * @param twice whether it came to the same account and Region: the account is invited twice, or the account and a user in it
 */
public record RelatedInvitation(
        String href,
        String accountName,
        String region,
        @Nullable String sharedWith,
        String mark,
        boolean twice) {}
