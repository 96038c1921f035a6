package io.countersign.connection;

import org.jspecify.annotations.Nullable;

/**
 * An invitation as AWS lists it: a {@code ShareInvitationSummary}. AWS may omit every member except the ID.
 *
 * @param type if AWS omits it, derived from the IDs present or from the requested type
 * @param sharedBy the account ID of the owner
 * @param sharedWith an account ID, or the ARN of an IAM user
 * @param resourceId the ID of the workload, or the ARN of the lens, profile or review template
 */
public record ListedInvitation(
        InvitationId id,
        ResourceType type,
        @Nullable String sharedBy,
        @Nullable String sharedWith,
        @Nullable Permission permission,
        @Nullable String resourceName,
        @Nullable String resourceId) {

    /** Returns the name of the IAM user with whom alone it is shared; null if it is shared with the whole account. */
    public @Nullable String user() {
        return sharedWith != null && sharedWith.startsWith("arn:")
                ? sharedWith.substring(sharedWith.lastIndexOf('/') + 1)
                : null;
    }
}
