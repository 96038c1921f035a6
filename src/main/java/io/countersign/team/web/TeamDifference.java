package io.countersign.team.web;

import io.countersign.connection.AccountId;
import io.countersign.connection.Region;
import io.countersign.team.Team;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Describes the changes of a team, one line each, with old and new value: {@code ben: none → REVIEWER}. */
final class TeamDifference {

    private static final Team NONE = new Team("", Map.of(), Map.of());

    private TeamDifference() {}

    /**
     * @param before null for a new team
     * @param after null for a removed team
     */
    static List<String> between(@Nullable Team before, @Nullable Team after) {
        Team old = before == null ? NONE : before;
        Team now = after == null ? NONE : after;
        List<String> lines = new ArrayList<>();
        add(lines, "name", old.name().isEmpty() ? null : old.name(), now.name().isEmpty() ? null : now.name());
        for (String person : both(old.members(), now.members())) {
            add(lines, person, old.members().get(person), now.members().get(person));
        }
        for (String account : both(byNumber(old), byNumber(now))) {
            add(lines, account, byNumber(old).get(account), byNumber(now).get(account));
        }
        return lines;
    }

    private static void add(List<String> lines, String what, @Nullable Object before, @Nullable Object after) {
        if (before == null ? after != null : !before.equals(after)) {
            lines.add(what + ": " + (before == null ? "none" : before) + " → " + (after == null ? "none" : after));
        }
    }

    private static Set<String> both(Map<String, ?> before, Map<String, ?> after) {
        Set<String> keys = new TreeSet<>(before.keySet());
        keys.addAll(after.keySet());
        return keys;
    }

    private static Map<String, String> byNumber(Team team) {
        return team.accounts().entrySet().stream()
                .collect(Collectors.toMap(each -> each.getKey().value(), TeamDifference::regions));
    }

    private static String regions(Map.Entry<AccountId, List<Region>> account) {
        return account.getValue().isEmpty()
                ? "all Regions"
                : account.getValue().stream().map(Region::value).sorted().collect(Collectors.joining(", "));
    }
}
