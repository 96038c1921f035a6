package io.countersign.invitation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The filter of the queue by assignment. */
public enum AssignmentFilter {
    /** Invitations that the user claimed, was assigned, or was mentioned on and has not acknowledged. */
    MINE,
    /** Unassigned invitations. */
    UNASSIGNED,
    /** Invitations of the user's own teams, with any assignee. */
    TEAM;

    public String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<AssignmentFilter> of(String parameter) {
        return Arrays.stream(values())
                .filter(assignmentFilter -> assignmentFilter.parameter().equals(parameter))
                .findFirst();
    }
}
