package io.countersign.connection;

import java.util.Locale;
import java.util.Optional;

/** Whether a known account belongs to the AWS organization of the connections. */
public enum KnownMembership {
    INTERNAL,
    EXTERNAL;

    /** The text that is stored as an effective value. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads {@link #text()}; an unreadable text counts as external, which is stricter. */
    public static Optional<KnownMembership> parse(Optional<String> text) {
        return text.map(known -> known.equals(INTERNAL.text()) ? INTERNAL : EXTERNAL);
    }
}
