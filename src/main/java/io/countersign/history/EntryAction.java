package io.countersign.history;

import io.countersign.connection.Action;

/** What was done or tried. People read it from {@code history.action.<name>}. */
enum EntryAction {
    ACCEPT,
    REJECT,
    READ,
    /** Changed the connections, or read what could be connected. */
    CONNECT,
    /** Waits for a decision, until it expires. */
    WAIT,
    /** Changed the address book of owners. */
    ADDRESS,
    /** Changed the reasons that are offered. */
    REASONS,
    SIGN_IN,
    SIGN_OUT,
    /** Asked for a page or an operation. */
    OPEN,
    EXPORT;

    static EntryAction of(Action action) {
        return switch (action) {
            case ACCEPT -> ACCEPT;
            case REJECT -> REJECT;
        };
    }
}
