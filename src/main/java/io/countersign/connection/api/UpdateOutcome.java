package io.countersign.connection.api;

import io.countersign.connection.AwsFailure;
import org.jspecify.annotations.Nullable;

/** The outcome of sending a decision. */
public sealed interface UpdateOutcome {

    /** AWS answered with the updated invitation. */
    record Updated(UpdatedInvitation invitation, @Nullable String requestId) implements UpdateOutcome {}

    /** AWS refused, or the request was never sent: the call changed nothing. */
    record Refused(AwsFailure failure) implements UpdateOutcome {}

    /** The request was sent without a clear response; it may have taken effect. */
    record Unclear(AwsFailure failure) implements UpdateOutcome {}
}
