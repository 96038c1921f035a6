package io.countersign.audit.chain;

/** A part of an audit log cannot be read. The message is shown to users. */
public class UnreadableAuditLogException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnreadableAuditLogException(String message) {
        super(message);
    }
}
