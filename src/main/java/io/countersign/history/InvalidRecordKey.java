package io.countersign.history;

/** The key that is to sign the record cannot be used; the application does not start without one. */
final class InvalidRecordKey extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidRecordKey(String problem, Exception cause) {
        super(problem, cause);
    }
}
