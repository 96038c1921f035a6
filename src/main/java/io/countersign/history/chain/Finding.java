package io.countersign.history.chain;

/**
 * The first thing that is wrong with a record.
 *
 * @param seq the first entry that is wrong or missing
 * @param text a sentence for people
 */
public record Finding(Kind kind, long seq, String text) {

    /** People read it from {@code verification.kind.<name>}. */
    public enum Kind {
        CHANGED,
        REMOVED,
        INSERTED,
        REORDERED,
        CUT_OFF,
        /** Right in itself, but not what was signed. */
        REWRITTEN,
        /** A checkpoint is not what was signed, or one is missing. */
        CHECKPOINT
    }
}
