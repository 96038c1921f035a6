package io.countersign.decision;

import io.countersign.connection.Action;
import io.countersign.connection.InvitationId;
import io.countersign.invitation.Fingerprint;
import org.jspecify.annotations.Nullable;

/**
 * The wish of a person to accept or reject an invitation.
 *
 * @param shown what the person saw
 * @param batch where it is one of many that were decided in one go; null where it is alone
 */
public record Decide(
        InvitationId invitation,
        Action action,
        Reason reason,
        String person,
        Fingerprint shown,
        @Nullable Long batch) {

    boolean bulk() {
        return batch != null;
    }
}
