package io.countersign.connection;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An action of a recipient on an invitation: the AWS type {@code ShareInvitationAction}. */
public enum InvitationAction {
    ACCEPT,
    REJECT;

    /** Returns empty for null and for any other word. */
    public static Optional<InvitationAction> named(@Nullable String name) {
        return Arrays.stream(values())
                .filter(invitationAction -> invitationAction.name().equals(name))
                .findFirst();
    }
}
