package io.countersign.database;

/** The configured database cannot be used. The message says why. */
class UnusableDatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String action;

    /** @param action what the administrator can do */
    UnusableDatabaseException(String reason, String action) {
        super(reason);
        this.action = action;
    }

    String action() {
        return action;
    }
}
