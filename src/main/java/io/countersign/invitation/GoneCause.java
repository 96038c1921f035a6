package io.countersign.invitation;

/** The reason why AWS no longer lists an undecided invitation. */
public enum GoneCause {
    /** The resource is visible in the recipient's account. */
    ACCEPTED_ELSEWHERE("accepted outside Countersign"),
    /** The seven days are over. */
    EXPIRED("expired"),
    /** Countersign sent a decision whose outcome is unclear. */
    DECIDED_HERE("decided here, with an unclear result"),
    /** The owner withdrew it or it was rejected elsewhere; AWS does not distinguish the two. */
    UNKNOWN("withdrawn by its owner, or rejected elsewhere");

    private final String text;

    GoneCause(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
