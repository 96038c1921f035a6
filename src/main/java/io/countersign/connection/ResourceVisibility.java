package io.countersign.connection;

import org.jspecify.annotations.Nullable;

/** The visibility of a shared resource in the account of the recipient, where an accept places it. */
public sealed interface ResourceVisibility {

    /**
     * AWS shows the resource.
     *
     * @param how the operation that returned it, such as {@code GetWorkload}
     * @param owner the account ID of the owner, if AWS returned it
     * @param shareInvitationId the invitation that created the share; null if AWS returned none (lists never include
     * it)
     */
    record Visible(
            String how, @Nullable String owner, @Nullable String shareInvitationId) implements ResourceVisibility {

        /** Returns whether AWS names this invitation as the origin of the share. */
        public boolean cameBy(InvitationId invitation) {
            return invitation.value().equals(shareInvitationId);
        }
    }

    /** AWS does not show the resource. A share with an IAM user may be visible to that user only. */
    record NotVisible() implements ResourceVisibility {}

    /** The visibility could not be determined. */
    record Unclear(AwsFailure failure) implements ResourceVisibility {}
}
