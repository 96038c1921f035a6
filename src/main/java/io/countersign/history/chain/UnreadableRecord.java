package io.countersign.history.chain;

/** Something that should be a part of a record cannot be read as one. The message is for people. */
public class UnreadableRecord extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnreadableRecord(String message) {
        super(message);
    }
}
