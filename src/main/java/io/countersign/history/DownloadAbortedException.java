package io.countersign.history;

/** A download that stopped on the way. */
class DownloadAbortedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DownloadAbortedException(Exception cause) {
        super("an audit log download was aborted", cause);
    }
}
