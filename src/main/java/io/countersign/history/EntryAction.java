package io.countersign.history;

import io.countersign.connection.Action;

/** What was done or tried. People read it from {@code history.action.<name>}. */
enum EntryAction {
    ACCEPT,
    REJECT,
    /** Proposed what takes two people, or ended a proposal. */
    PROPOSE,
    /** An admin decided alone what takes two people. */
    BREAK_GLASS,
    READ,
    /** Read AWS to see whether a decision took effect. */
    CHECK,
    /** Changed the connections, or read what could be connected. */
    CONNECT,
    /** Waits for a decision, until it expires. */
    WAIT,
    /** Changed the address book of owners. */
    ADDRESS,
    /** Changed the reasons that are offered. */
    REASONS,
    /** Changed a team. */
    TEAM,
    /** Started, stopped or ended one decision for many. */
    BATCH,
    /** Named a delegate, or ended that. */
    DELEGATE,
    /** It became somebody's turn, by their own doing. */
    CLAIM,
    RELEASE,
    HANDOVER,
    /** A lead gave it to somebody. */
    ASSIGN,
    COMMENT,
    SIGN_IN,
    SIGN_OUT,
    /** Asked for a page or an operation: refused, or the page of an invitation. */
    OPEN,
    EXPORT,
    /** Something about this record itself: a new key, entries that were chained later. */
    RECORD;

    static EntryAction of(Action action) {
        return switch (action) {
            case ACCEPT -> ACCEPT;
            case REJECT -> REJECT;
        };
    }
}
