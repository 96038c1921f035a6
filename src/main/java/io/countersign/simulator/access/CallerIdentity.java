package io.countersign.simulator.access;

import org.jspecify.annotations.Nullable;

/**
 * Who signed a request.
 *
 * @param userId AWS's id of the user, or of the role and its session
 * @param session null for a user with a long-lived key, who may do everything
 */
public record Identity(
        String account, String arn, String userId, @Nullable Session session) {

    public static Identity user(String account) {
        return new Identity(account, "arn:aws:iam::" + account + ":user/demo", "AIDADEMO" + account, null);
    }

    public static Identity of(Session session) {
        return new Identity(session.role().account(), session.arn(), session.userId(), session);
    }

    public boolean may(String action) {
        return session == null || session.role().allows(action);
    }

    public @Nullable String sourceIdentity() {
        return session == null ? null : session.sourceIdentity();
    }

    /** An account, or its root, stands for everyone in it; a role's ARN for all sessions of the role. */
    boolean isNamedBy(String principal) {
        return principal.equals(account)
                || principal.equals("arn:aws:iam::" + account + ":root")
                || principal.equals(session == null ? arn : session.role().arn());
    }
}
