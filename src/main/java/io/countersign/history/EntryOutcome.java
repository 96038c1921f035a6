package io.countersign.history;

import io.countersign.decision.DecisionState;

/** How it went. People read it from {@code history.outcome.<name>}. */
enum EntryOutcome {
    DONE,
    /** Not allowed here; nothing was sent. */
    REFUSED,
    /** The intent is stored; it is sent later unless somebody withdraws it. */
    HELD,
    WITHDRAWN,
    /** The intent is stored; AWS was not heard yet. */
    SENDING,
    CONFIRMED,
    /** Sent, and no clear answer. */
    UNKNOWN,
    FAILED,
    RECOVERED,
    /** AWS was read and shows what was decided. */
    IN_EFFECT,
    /** AWS was read and shows the opposite of what was decided. */
    MISMATCH,
    /** AWS lists an invitation that was never seen before. */
    SEEN,
    /** AWS lists an invitation with other words than before. */
    CHANGED,
    /** AWS no longer lists an invitation that was pending. */
    GONE,
    /** An invitation is about to expire. */
    WARNED,
    /** AWS no longer lists an invitation whose seven days are over, and nobody decided it. */
    EXPIRED,
    /** AWS lists an invitation again. */
    BACK;

    static EntryOutcome of(DecisionState state) {
        return switch (state) {
            case HELD -> HELD;
            case WITHDRAWN -> WITHDRAWN;
            case SENDING -> SENDING;
            case CONFIRMED -> CONFIRMED;
            case FAILED -> FAILED;
            case UNKNOWN -> UNKNOWN;
        };
    }
}
