package io.countersign.invitation;

import java.util.Map;

/**
 * The visibility scope of a user and the parts of the queue by assignment, as SQL conditions made of constants, with
 * their parameters. The conditions use the columns {@code account_id} and {@code region} of the queried table; {@code
 * seen} uses no others.
 *
 * @param seen the condition for visible rows
 * @param assignments the condition for each assignment filter; a missing filter matches nothing
 * @param empty whether the scope is empty because the user is in no team
 */
public record VisibilityScope(
        String seen, Map<AssignmentFilter, String> assignments, Map<String, Object> parameters, boolean empty) {

    private static final String ALL = "1 = 1";

    /** The scope of the application itself, which sees everything. */
    public static final VisibilityScope EVERYTHING = new VisibilityScope(
            ALL,
            Map.of(AssignmentFilter.MINE, "1 = 0", AssignmentFilter.FREE, ALL, AssignmentFilter.TEAM, ALL),
            Map.of(),
            false);

    /** The default scope shows nothing, so that a forgotten scope does not show everything. */
    public static final VisibilityScope NOTHING = new VisibilityScope(
            "1 = 0",
            Map.of(AssignmentFilter.MINE, "1 = 0", AssignmentFilter.FREE, "1 = 0", AssignmentFilter.TEAM, "1 = 0"),
            Map.of(),
            false);

    public VisibilityScope {
        assignments = Map.copyOf(assignments);
        parameters = Map.copyOf(parameters);
    }

    /** Returns whether the user sees everything. */
    public boolean everything() {
        return seen.equals(ALL);
    }
}
