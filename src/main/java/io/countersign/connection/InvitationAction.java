package io.countersign.connection;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a recipient can do with an invitation: AWS's {@code ShareInvitationAction}. */
public enum InvitationAction {
    ACCEPT,
    REJECT;

    /** Empty for null and for a word that is not an action. */
    public static Optional<InvitationAction> named(@Nullable String name) {
        return Arrays.stream(values())
                .filter(invitationAction -> invitationAction.name().equals(name))
                .findFirst();
    }
}
