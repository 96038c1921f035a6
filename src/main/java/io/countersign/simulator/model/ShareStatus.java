package io.countersign.simulator.rules;

/** AWS's words for where a share stands, as the owner sees it. */
public enum ShareStatus {
    ACCEPTED,
    REJECTED,
    PENDING,
    REVOKED,
    EXPIRED,
    ASSOCIATING,
    ASSOCIATED,
    FAILED;

    /** Whether the share still stands in the way of a second one with the same principal, and counts against the quota. */
    public boolean isLive() {
        return this == PENDING || this == ACCEPTED || this == ASSOCIATED;
    }
}
