package io.countersign.policy;

/** The result of a fresh listing for one invitation. */
public enum ListingResult {
    LISTED,
    /** All pages were read, and none lists it. */
    NOT_LISTED,
    /** The listing failed or is incomplete. */
    UNREAD
}
