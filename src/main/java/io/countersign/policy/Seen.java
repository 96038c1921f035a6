package io.countersign.policy;

/** What listing a source again showed of one invitation. */
public enum Seen {
    LISTED,
    /** Every page was read, and it was on none. */
    NOT_LISTED,
    /** The list failed, or broke off. */
    UNREAD
}
