package io.countersign.invitation;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Whose turn it is, as a filter of the queue asks for it. */
public enum AssignmentFilter {
    /** Claimed by the person, given to them, or they were named and have not seen it yet. */
    MINE,
    /** Nobody's so far. */
    FREE,
    /** What the person's own teams look after, whoever has it. */
    TEAM,
    /** A named person's; the condition has their name as the parameter {@code held}. */
    HELD,
    /** What a named team looks after; the condition has its name as the parameter {@code looked_after}. */
    LOOKED_AFTER;

    /** What a person chooses from. */
    private static final Set<AssignmentFilter> OFFERED = EnumSet.of(MINE, FREE, TEAM);

    public String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<AssignmentFilter> of(String parameter) {
        return OFFERED.stream()
                .filter(assignmentFilter -> assignmentFilter.parameter().equals(parameter))
                .findFirst();
    }
}
