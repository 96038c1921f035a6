package io.countersign.decision;

import java.time.Duration;

/** The state of a decision. {@code StateTransition} defines which states can follow. */
public enum DecisionState {
    /** The intent is committed; it is sent at the end of the hold, and can be withdrawn until then. */
    HELD,
    /** The intent is committed; no answer of AWS is stored yet. */
    SENDING,
    /** AWS answered with the updated invitation, or a read of AWS showed the decision in effect. */
    CONFIRMED,
    /** The decision changed nothing: AWS refused it, it was not sent, or a read of AWS showed no effect. */
    FAILED,
    /** Sent, without a clear answer. */
    UNKNOWN,
    /** Withdrawn before it was sent. */
    WITHDRAWN;

    /** Longer than any call to AWS: the answer to a decision that is still SENDING afterwards is lost. */
    public static final Duration SEND_TIMEOUT = Duration.ofMinutes(1);
}
