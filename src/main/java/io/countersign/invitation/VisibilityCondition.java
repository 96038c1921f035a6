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

    /** PostgreSQL hashes each subquery once per statement, regardless of the number of rows and accounts. */
    private static final String PLACES = "(select * from unnest(cast(:scope_accounts as varchar array),"
            + " cast(:scope_regions as varchar array)))";

    private static final String WITHIN = "((account_id, '') in %1$s or (account_id, region) in %1$s)".formatted(PLACES);

    private VisibilityCondition() {}

    public static String of(VisibilityScope scope) {
        return scope.everything() ? "1 = 1" : WITHIN;
    }

    /** Returns the pending invitations of a scope as a derived table, for queries of other modules. */
    public static String pending(VisibilityScope scope) {
        return "(select * from invitation where state = 'PENDING' and " + of(scope) + ")";
    }

    public static Map<String, Object> parameters(VisibilityScope scope) {
        List<Place> places = List.copyOf(scope.places());
        return scope.everything()
                ? Map.of()
                : Map.of(
                        "scope_accounts", texts(places, place -> place.account().value()),
                        "scope_regions",
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
