package io.countersign.history;

import io.countersign.decision.DecisionState;
import io.countersign.decision.ProposalState;

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
    /** It waits for another person. */
    PROPOSED,
    /** Another person confirmed what was proposed. */
    COUNTERSIGNED,
    /** Another person denied what was proposed. */
    SENT_BACK,
    /** The invitation changed, went away or was decided in another way before anybody answered. */
    STALE,
    /** Others should have been asked, and were passed over. */
    ALONE,
    /** AWS lists an invitation again. */
    BACK;

    static EntryOutcome of(ProposalState state) {
        return switch (state) {
            case OPEN -> PROPOSED;
            case CONFIRMED -> COUNTERSIGNED;
            case SENT_BACK -> SENT_BACK;
            case WITHDRAWN -> WITHDRAWN;
            case STALE -> STALE;
        };
    }

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
