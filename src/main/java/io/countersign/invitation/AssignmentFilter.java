package io.countersign.invitation;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The filter of the queue by assignment. */
public enum AssignmentFilter {
    /** Invitations that the user claimed, was assigned, or was mentioned on and has not acknowledged. */
    MINE,
    /** Unassigned invitations. */
    FREE,
    /** Invitations of the user's own teams, with any assignee. */
    TEAM,
    /** Invitations of one assignee; the condition has the assignee's name as the parameter {@code held}. */
    HELD,
    /** Invitations of one team; the condition has the team's name as the parameter {@code looked_after}. */
    LOOKED_AFTER;

    /** The filters that the form offers. */
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
