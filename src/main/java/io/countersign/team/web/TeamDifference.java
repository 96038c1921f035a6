package io.countersign.team.web;

import io.countersign.audit.ChangedValues;
import io.countersign.connection.AccountId;
import io.countersign.connection.Region;
import io.countersign.team.Team;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Describes the changes of a team, one line each, with old and new value: {@code ben: none → REVIEWER}. */
final class TeamDifference {

    private TeamDifference() {}

    /**
     * @param before null for a new team
     * @param after null for a removed team
     */
    static List<String> between(@Nullable Team before, @Nullable Team after) {
        ChangedValues<Team> changes = new ChangedValues<>(before, after).value("name", Team::name);
        for (String person : all(before, after, team -> team.members().keySet())) {
            changes.value(person, team -> team.members().get(person));
        }
        for (AccountId account : all(before, after, team -> team.accounts().keySet())) {
            changes.value(account.value(), team -> regions(team.accounts().get(account)));
        }
        return changes.lines();
    }

    private static <K> List<K> all(@Nullable Team before, @Nullable Team after, Function<Team, Collection<K>> keys) {
        return Stream.of(before, after)
                .filter(Objects::nonNull)
                .map(keys)
                .flatMap(Collection::stream)
                .distinct()
                .sorted(Comparator.comparing(Object::toString))
                .toList();
    }

    private static @Nullable String regions(@Nullable List<Region> regions) {
        if (regions == null) {
            return null;
        }
        return regions.isEmpty()
                ? "all Regions"
                : regions.stream().map(Region::value).sorted().collect(Collectors.joining(", "));
    }
}
