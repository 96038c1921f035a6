package io.countersign.invitation;

import io.countersign.invitation.VisibilityScope.Place;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Translates a visibility scope to an SQL condition on the columns {@code account_id} and {@code region} of the queried
 * table.
 */
public final class VisibilityCondition {

    /** AWS lists it. */
    public static final String OPEN = "state = 'PENDING'";

    /** It has neither a proposal that waits nor a decision on hold. */
    public static final String PENDING = OPEN + " and not held and proposed_by is null";

    /** PostgreSQL hashes each subquery once per statement, regardless of the number of rows and accounts. */
    private static final String PLACES =
            "(select * from unnest(cast(:%1$s_accounts as varchar array)," + " cast(:%1$s_regions as varchar array)))";

    private static final String WITHIN = "((account_id, '') in %1$s or (account_id, region) in %1$s)".formatted(PLACES);

    private static final String ONLY = "scope";

    private VisibilityCondition() {}

    public static String of(VisibilityScope scope) {
        return of(scope, ONLY);
    }

    /** @param name tells the parameters of this scope from those of another scope in the same statement */
    public static String of(VisibilityScope scope, String name) {
        return scope.everything() ? "1 = 1" : WITHIN.formatted(name);
    }

    /** Returns the pending invitations of a scope as a derived table, for queries of other modules. */
    public static String pending(VisibilityScope scope) {
        return table(PENDING, scope);
    }

    /** Returns the open invitations of a scope, as {@link #pending} does. */
    public static String open(VisibilityScope scope) {
        return table(OPEN, scope);
    }

    private static String table(String condition, VisibilityScope scope) {
        return "(select * from invitation where " + condition + " and " + of(scope) + ")";
    }

    /** Returns the invitations of a scope as a derived table, for queries of other modules. */
    public static String visible(VisibilityScope scope) {
        return "(select * from invitation where " + of(scope) + ")";
    }

    public static Map<String, Object> parameters(VisibilityScope scope) {
        return parameters(scope, ONLY);
    }

    public static Map<String, Object> parameters(VisibilityScope scope, String name) {
        List<Place> places = List.copyOf(scope.places());
        return scope.everything()
                ? Map.of()
                : Map.of(
                        name + "_accounts",
                                texts(places, place -> place.account().value()),
                        name + "_regions",
                                texts(
                                        places,
                                        place -> place.region() == null
                                                ? ""
                                                : place.region().value()));
    }

    private static String[] texts(List<Place> places, Function<Place, String> text) {
        return places.stream().map(text).toArray(String[]::new);
    }
}
