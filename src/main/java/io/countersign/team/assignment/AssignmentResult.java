package io.countersign.team.assignment;

/** What became of the wish to take, give or free a turn. People read {@code team.turn.result.<name>}. */
enum AssignmentResult {
    DONE,
    /** Somebody else has it, or it is no longer with the one it was to be taken from. */
    MOVED_ON,
    /** It waits for nobody any more, or its decision is under way. */
    NOT_PENDING,
    /** The one it was to be given to does not decide it. */
    NOT_A_COLLEAGUE
}
