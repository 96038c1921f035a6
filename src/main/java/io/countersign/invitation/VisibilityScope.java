package io.countersign.invitation;

import io.countersign.connection.AccountId;
import io.countersign.connection.Connection;
import io.countersign.connection.Region;
import io.countersign.connection.Source;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The sources whose invitations a user may see.
 *
 * @param everything whether the user sees all sources; then {@code places} is empty
 * @param teamless whether the scope is empty because the user is in no team
 */
public record VisibilityScope(boolean everything, Set<Place> places, boolean teamless) {

    /** The scope of the application itself, which sees everything. */
    public static final VisibilityScope EVERYTHING = new VisibilityScope(true, Set.of(), false);

    /** The default scope shows nothing, so that a forgotten scope does not show everything. */
    public static final VisibilityScope NOTHING = of(Set.of());

    public VisibilityScope {
        places = Set.copyOf(places);
    }

    /** An account in one Region, or in all Regions if {@code region} is null. */
    public record Place(AccountId account, @Nullable Region region) {}

    public static VisibilityScope of(Set<Place> places) {
        return new VisibilityScope(false, places, false);
    }

    /** Returns the sources that are in both scopes. */
    public VisibilityScope and(VisibilityScope other) {
        if (everything || other.everything) {
            return everything ? other : this;
        }
        return of(Stream.concat(
                        places.stream().filter(other::contains),
                        other.places.stream().filter(this::contains))
                .collect(Collectors.toSet()));
    }

    /** Returns whether the invitations of a source are visible. */
    public boolean sees(Source source) {
        return everything || contains(new Place(source.account(), source.region()));
    }

    /** Returns the connections with their visible Regions; those without any are missing. */
    public List<Connection> visible(List<Connection> connections) {
        return everything
                ? connections
                : connections.stream()
                        .map(connection -> connection.in(connection.sources().stream()
                                .filter(this::sees)
                                .map(Source::region)
                                .toList()))
                        .filter(connection -> !connection.regions().isEmpty())
                        .toList();
    }

    private boolean contains(Place place) {
        return places.contains(place) || places.contains(new Place(place.account(), null));
    }
}
