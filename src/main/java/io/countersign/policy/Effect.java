package io.countersign.policy;

/** The effect of a sent decision, as AWS showed it. The message key is {@code decision.effect.<name>}. */
public enum Effect {
    /** The decision is in effect: the resource came by this invitation, or is absent after a reject. */
    IN_EFFECT,
    /** The resource is visible, but AWS does not report that it came by this invitation. */
    OTHERWISE,
    /** The invitation is still pending. */
    PENDING,
    /** Neither the invitation nor the resource is visible. */
    ABSENT,
    /** The effect is the opposite of the decision. */
    CONTRARY,
    /** The read of AWS failed or was not conclusive. */
    UNREAD
}
