package io.countersign.connection;

import org.jspecify.annotations.Nullable;

/**
 * An invitation as AWS lists it: a {@code ShareInvitationSummary}. Every member but the id may be missing in an answer.
 *
 * @param type taken from the ids present, or from the type that was asked for, where AWS left it out
 * @param sharedBy the owner's account id
 * @param sharedWith an account id, or the ARN of an IAM user
 * @param resourceId the workload's id, or the ARN of the lens, profile or review template
 */
public record ListedInvitation(
        InvitationId id,
        ResourceType type,
        @Nullable String sharedBy,
        @Nullable String sharedWith,
        @Nullable Permission permission,
        @Nullable String resourceName,
        @Nullable String resourceId) {}
