package io.countersign.audit.chain;

/**
 * The first fault of an audit log.
 *
 * @param seq the first entry that is wrong or missing; 0 if its number is unknown
 * @param text a description for users
 */
public record Finding(Kind kind, long seq, String text) {

    /** The label is the message {@code verification.kind.<name>}. */
    public enum Kind {
        CHANGED,
        REMOVED,
        INSERTED,
        REORDERED,
        CUT_OFF,
        /** Consistent in itself, but different from what was signed. */
        REWRITTEN,
        /** A checkpoint is not what was signed, or one is missing. */
        CHECKPOINT,
        /** State was stored without its entry. */
        UNRECORDED
    }
}
