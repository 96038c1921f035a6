package io.countersign.invitation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The filter of the queue by assignment. */
public enum AssignmentFilter {
    /** Invitations that the user claimed or was assigned. */
    MINE,
    /** Invitations with a comment that mentions the user and that the user has not acknowledged. */
    MENTIONED,
    /** Invitations whose proposal the user can approve. */
    APPROVE,
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
