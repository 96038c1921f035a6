package io.countersign.simulator.model;

/** The status of a share as AWS shows it to the owner. */
public enum ShareStatus {
    ACCEPTED,
    REJECTED,
    PENDING,
    REVOKED,
    EXPIRED,
    ASSOCIATING,
    ASSOCIATED,
    FAILED;

    /** Whether the share prevents a second one with the same principal and counts against the quota. */
    public boolean isLive() {
        return this == PENDING || this == ACCEPTED || this == ASSOCIATED;
    }
}
