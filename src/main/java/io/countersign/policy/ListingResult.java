package io.countersign.policy;

/** What listing a source again showed of one invitation. */
public enum ListingResult {
    LISTED,
    /** Every page was read, and it was on none. */
    NOT_LISTED,
    /** The list failed, or broke off. */
    UNREAD
}
