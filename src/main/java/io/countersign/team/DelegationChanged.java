package io.countersign.team;

/**
 * Somebody named a delegate, or a delegation was ended early.
 *
 * @param by who did it
 */
public record DelegationChanged(Delegation delegation, String by) {

    /** Who stands in for whom, and when, in a line for people. */
    public String text() {
        String days = delegation.from() + " to " + delegation.until() + " (UTC)";
        return delegation.delegate() + " on behalf of " + delegation.person() + ", " + days
                + (delegation.endedAt() == null ? "" : ", ended early");
    }
}
