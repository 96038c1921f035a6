package io.countersign.connection;

import org.jspecify.annotations.Nullable;

/** What became of a decision that was sent. */
public sealed interface UpdateOutcome {

    /** AWS answered with the updated invitation. */
    record Updated(UpdatedInvitation invitation, @Nullable String requestId) implements UpdateOutcome {}

    /** AWS said no, or the request never left: this call changed nothing. */
    record Refused(AwsFailure failure) implements UpdateOutcome {}

    /** Sent, and no clear answer: it may have landed or not. */
    record Unclear(AwsFailure failure) implements UpdateOutcome {}
}
