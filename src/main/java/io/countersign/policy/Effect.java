package io.countersign.policy;

/** What AWS showed of a decision that was sent. People read it from {@code decision.effect.<name>}. */
public enum Effect {
    /** What was decided holds: the resource came by this invitation, or after a reject is not there. */
    IN_EFFECT,
    /** The resource is there, and AWS does not say that it came by this invitation. */
    OTHERWISE,
    /** The invitation still waits. */
    PENDING,
    /** Neither the invitation nor the resource is there. */
    ABSENT,
    /** The opposite of what was decided. */
    CONTRARY,
    /** AWS could not be read, or would not show it. */
    UNREAD
}
