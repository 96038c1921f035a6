package io.countersign.connection;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a recipient can do with an invitation: AWS's {@code ShareInvitationAction}. */
public enum Action {
    ACCEPT,
    REJECT;

    /** Empty for null and for a word that is not an action. */
    public static Optional<Action> named(@Nullable String name) {
        return Arrays.stream(values())
                .filter(action -> action.name().equals(name))
                .findFirst();
    }
}
