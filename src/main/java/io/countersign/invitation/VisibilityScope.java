package io.countersign.invitation;

import java.util.Map;

/**
 * What somebody may see, and what of it waits for them: conditions in SQL, made of constants alone, with their parameters.
 * They speak of the columns {@code account_id} and {@code region} of the table that is asked, {@code seen} of no others.
 *
 * @param seen what the person may see
 * @param turns by turn, the part of the queue; nothing of it where a turn is missing
 * @param empty the person is in no team, and sees nothing for that reason
 */
public record VisibilityScope(
        String seen, Map<AssignmentFilter, String> turns, Map<String, Object> parameters, boolean empty) {

    private static final String ALL = "1 = 1";

    /** For whoever sees all and is nobody: the desk itself. */
    public static final VisibilityScope EVERYTHING = new VisibilityScope(
            ALL,
            Map.of(AssignmentFilter.MINE, "1 = 0", AssignmentFilter.FREE, ALL, AssignmentFilter.TEAM, ALL),
            Map.of(),
            false);

    /** Until somebody says whose scope it is: a forgotten scope shows nothing, not everything. */
    public static final VisibilityScope NOTHING = new VisibilityScope(
            "1 = 0",
            Map.of(AssignmentFilter.MINE, "1 = 0", AssignmentFilter.FREE, "1 = 0", AssignmentFilter.TEAM, "1 = 0"),
            Map.of(),
            false);

    public VisibilityScope {
        turns = Map.copyOf(turns);
        parameters = Map.copyOf(parameters);
    }

    /** Whether nothing is hidden from the person. */
    public boolean everything() {
        return seen.equals(ALL);
    }
}
