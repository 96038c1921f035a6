package io.countersign.sso.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.identity.Role;
import io.countersign.team.TeamRole;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class GroupPropertiesTests {

    @Test
    void addsTheRolesOfAllGroups() {
        GroupProperties properties = bind(Map.of(
                "mappings[0].group", "a",
                "mappings[0].roles", "REVIEWER,LEAD",
                "mappings[1].group", "b",
                "mappings[1].roles", "AUDITOR",
                "mappings[2].group", "a",
                "mappings[2].roles", "ADMIN"));
        assertThat(properties.rightsOf(List.of("a", "b", "c")).roles())
                .isEqualTo(Set.of(Role.REVIEWER, Role.LEAD, Role.AUDITOR, Role.ADMIN));
        assertThat(properties.rightsOf(List.of("b")).roles()).containsExactly(Role.AUDITOR);
        assertThat(properties.rightsOf(List.of("A")).roles()).isEmpty();
        assertThat(properties.groupsClaim()).isEqualTo("groups");
    }

    @Test
    void givesTheHigherRoleInEachTeam() {
        GroupProperties properties = bind(Map.of(
                "mappings[0].group", "a",
                "mappings[0].roles", "LEAD",
                "mappings[0].teams", "Retail: Europe,Platform:LEAD",
                "mappings[1].group", "b",
                "mappings[1].teams", "platform:REVIEWER,Retail: Europe:LEAD"));
        assertThat(properties.rightsOf(List.of("a")).teams())
                .isEqualTo(Map.of("Retail: Europe", TeamRole.REVIEWER, "Platform", TeamRole.LEAD));
        assertThat(properties.rightsOf(List.of("b", "a")).teams())
                .isEqualTo(Map.of("Retail: Europe", TeamRole.LEAD, "Platform", TeamRole.LEAD));
    }

    @Test
    void limitsTheNameOfATeam() {
        assertThatThrownBy(() -> bind(Map.of("mappings[0].group", "a", "mappings[0].teams", "x".repeat(101) + ":LEAD")))
                .rootCause()
                .hasMessageContaining("mappings[0].teams has a name of more than 100 characters");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            '' | REVIEWER | '' | mappings[0].group is missing
            a | '' | '' | mappings[0].roles must name at least one of
            a | REVIEWER,SERVICE | '' | mappings[0].roles must not name SERVICE
            a | REVIEWER | :LEAD | mappings[0].teams has a team without a name""")
    void namesAWrongProperty(String group, String roles, String teams, String problem) {
        assertThatThrownBy(() -> bind(
                        Map.of("mappings[0].group", group, "mappings[0].roles", roles, "mappings[0].teams", teams)))
                .rootCause()
                .hasMessageContaining("countersign.identity." + problem);
    }

    @Test
    void readsAClaimByItsNameOrPath() {
        Map<String, Object> inside = Map.of("realm_access", Map.of("roles", List.of("a", "b", "a")));
        assertThat(Groups.read(inside, "realm_access.roles")).containsExactly("a", "b");
        assertThat(Groups.read(
                        Map.of("realm_access.roles", "c", "realm_access", Map.of("roles", "d")), "realm_access.roles"))
                .containsExactly("c");
        assertThatThrownBy(() -> Groups.read(inside, "realm_access.groups.x")).hasMessageContaining("is missing");
    }

    private static GroupProperties bind(Map<String, String> values) {
        MapConfigurationPropertySource source = new MapConfigurationPropertySource();
        values.forEach((name, value) -> source.put("countersign.identity." + name, value));
        return new Binder(source).bindOrCreate("countersign.identity", GroupProperties.class);
    }
}
