package io.countersign.simulator.access;

import org.jspecify.annotations.Nullable;

/**
 * The identity that signed a request.
 *
 * @param userId AWS's id of the user, or of the role and its session
 * @param session null for a user with a long-lived key, which has all permissions
 */
public record CallerIdentity(
        String account, String arn, String userId, @Nullable RoleSession session) {

    public static CallerIdentity user(String account) {
        return new CallerIdentity(account, "arn:aws:iam::" + account + ":user/demo", "AIDADEMO" + account, null);
    }

    public static CallerIdentity of(RoleSession session) {
        return new CallerIdentity(session.role().account(), session.arn(), session.userId(), session);
    }

    public boolean isAllowed(String action) {
        return session == null || session.role().allows(action);
    }

    public @Nullable String sourceIdentity() {
        return session == null ? null : session.sourceIdentity();
    }

    /** An account, or its root, includes all its identities; the ARN of a role includes all its sessions. */
    boolean isNamedBy(String principal) {
        return principal.equals(account)
                || principal.equals("arn:aws:iam::" + account + ":root")
                || principal.equals(session == null ? arn : session.role().arn());
    }
}
