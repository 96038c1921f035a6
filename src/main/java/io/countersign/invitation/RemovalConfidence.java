package io.countersign.invitation;

/** How sure a conclusion is. */
public enum RemovalConfidence {
    /** AWS says so itself. */
    CERTAIN,
    /** Nothing else fits what was seen. */
    LIKELY,
    /** It fits, and so does something else. */
    POSSIBLE
}
