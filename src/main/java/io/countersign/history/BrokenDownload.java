package io.countersign.history;

/** A download that stopped on the way. */
class BrokenDownload extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BrokenDownload(Exception cause) {
        super("an audit log download was aborted", cause);
    }
}
