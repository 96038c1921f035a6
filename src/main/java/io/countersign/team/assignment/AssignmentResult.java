package io.countersign.team.assignment;

/** The result of an assignment. The messages are {@code team.assignee.result.<name>}. */
enum AssignmentResult {
    DONE,
    /** Another user holds the invitation, or the expected assignee no longer holds it. */
    MOVED_ON,
    /** The invitation is not pending, or its decision is being sent. */
    NOT_PENDING,
    /** The new assignee may not decide the invitation. */
    NOT_A_COLLEAGUE,
    /** The user does not lead a team that may decide the invitation. */
    NOT_YOURS
}
