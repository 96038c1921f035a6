package io.countersign.sso;

import io.countersign.sso.group.GroupProperties;
import io.countersign.sso.group.GroupRights;
import io.countersign.sso.provider.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a sign-in with some groups would give.
 *
 * @param problem why the sign-in would be refused; null if it would succeed
 * @param mapped what each mapped group gives, in the order of the claim
 * @param others the groups that are not mapped
 * @param rights what the groups give together
 */
record MappingTrial(@Nullable Problem problem, List<Mapped> mapped, List<String> others, GroupRights rights) {

    record Mapped(String group, GroupRights rights) {}

    static MappingTrial of(List<String> groups, GroupProperties properties) {
        List<Mapped> mapped = groups.stream()
                .filter(properties::maps)
                .map(group -> new Mapped(group, properties.rightsOf(List.of(group))))
                .toList();
        GroupRights rights = properties.rightsOf(groups);
        return new MappingTrial(
                rights.roles().isEmpty() ? Problem.NOT_MAPPED : null,
                mapped,
                groups.stream().filter(group -> !properties.maps(group)).toList(),
                rights);
    }

    /** The groups could not be read. */
    static MappingTrial failed(Problem problem) {
        return new MappingTrial(problem, List.of(), List.of(), GroupRights.of(List.of()));
    }
}
