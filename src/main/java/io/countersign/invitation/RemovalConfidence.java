package io.countersign.invitation;

/** The confidence of a removal reason. */
public enum RemovalConfidence {
    /** AWS confirms it. */
    CERTAIN,
    /** No other reason fits the observations. */
    LIKELY,
    /** Other reasons fit as well. */
    POSSIBLE
}
