package io.countersign.history;

/** A download failed before its end. */
class DownloadAbortedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DownloadAbortedException(Exception cause) {
        super("an audit log download was aborted", cause);
    }
}
