package io.countersign.connection;

/** AWS answered with something that cannot be relied on. */
final class UnusableAnswer extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnusableAnswer(String message) {
        super(message);
    }
}
