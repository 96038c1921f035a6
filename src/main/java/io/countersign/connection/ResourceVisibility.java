package io.countersign.connection;

import org.jspecify.annotations.Nullable;

/** Whether the resource of an invitation is in the recipient's account, where accepting would have put it. */
public sealed interface ResourceVisibility {

    /**
     * It is there.
     *
     * @param how the operation that showed it, such as {@code GetWorkload}
     * @param owner the owner's account id, where AWS gave it
     * @param shareInvitationId of the share by which it came; null where AWS gave none, as lists never do
     */
    record Visible(
            String how, @Nullable String owner, @Nullable String shareInvitationId) implements ResourceVisibility {

        /** Whether AWS names this very invitation as the way in which it came. */
        public boolean cameBy(InvitationId invitation) {
            return invitation.value().equals(shareInvitationId);
        }
    }

    /** AWS does not show it. A share with an IAM user may be visible to that user alone. */
    record NotVisible() implements ResourceVisibility {}

    /** It could not be found out. */
    record Unclear(AwsFailure failure) implements ResourceVisibility {}
}
