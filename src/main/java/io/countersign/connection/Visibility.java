package io.countersign.connection;

import org.jspecify.annotations.Nullable;

/** Whether a shared resource is visible in the account that it was shared with. */
public sealed interface Visibility {

    /**
     * It is.
     *
     * @param how which answer of AWS shows it, in plain words
     * @param sameInvitation whether AWS names this very invitation as the way by which it came
     */
    record Visible(
            String how, boolean sameInvitation, @Nullable Permission permission) implements Visibility {}

    /** AWS answered, and it is not there. */
    record NotVisible() implements Visibility {}

    /** AWS could not be asked. */
    record Unclear(Failure failure) implements Visibility {}
}
