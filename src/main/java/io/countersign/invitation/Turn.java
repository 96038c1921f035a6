package io.countersign.invitation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whose turn it is, as a filter of the queue asks for it. */
public enum Turn {
    /** Claimed by the person, given to them, or they were named and have not seen it yet. */
    MINE,
    /** Nobody's so far. */
    FREE,
    /** What the person's own teams look after, whoever has it. */
    TEAM;

    String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Turn> of(String parameter) {
        return Arrays.stream(values())
                .filter(turn -> turn.parameter().equals(parameter))
                .findFirst();
    }
}
