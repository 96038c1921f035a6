package io.countersign.identity.passkey;

/** A passkey that is not accepted, with a message key for the user and the reason for the log. */
public class PasskeyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String messageKey;

    public PasskeyException(String messageKey, String reason) {
        super(reason);
        this.messageKey = messageKey;
    }

    public String messageKey() {
        return messageKey;
    }
}
