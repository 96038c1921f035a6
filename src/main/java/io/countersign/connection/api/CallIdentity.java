package io.countersign.connection.api;

import org.jspecify.annotations.Nullable;

/**
 * The identity under which AWS records a call, as the credentials of the call show it.
 *
 * @param caller the ARN of the role session for {@code ROLE}; else the access key ID; null if it was not recorded
 * @param sessionName the name of the role session; null without a role
 * @param sourceIdentity the source identity that STS returned for the session; null if it returned none
 */
public record CallIdentity(
        Kind kind,
        @Nullable String caller,
        @Nullable String sessionName,
        @Nullable String sourceIdentity) {

    public enum Kind {
        /** A session of an assumed role, which names the user. */
        ROLE,
        /** A configured access key, which identifies no person. */
        KEYS,
        /** The credentials that the process found in its environment, which identify no person. */
        PROCESS,
        /** An older version sent the decision and stored no identity. */
        UNRECORDED
    }

    public static CallIdentity of(Kind kind, String accessKeyId) {
        return new CallIdentity(kind, accessKeyId, null, null);
    }

    /** Returns the name by which CloudTrail finds the call; null if it was not recorded. */
    public @Nullable String searchTerm() {
        return sessionName == null ? caller : sessionName;
    }
}
