package io.countersign.sso;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.identity.TestBrowser;
import io.countersign.team.Team;
import io.countersign.team.TeamRole;
import io.countersign.team.persistence.MembershipRepository;
import io.countersign.team.persistence.TeamRepository;
import io.countersign.team.web.TeamService;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Tests that groups put users into teams. */
class TeamsOfGroupsTests extends ProviderFixture {

    @Autowired
    TeamService teams;

    @Autowired
    TeamRepository stored;

    @Autowired
    MembershipRepository memberships;

    @Autowired
    ProviderRights rights;

    private long retail;

    @BeforeEach
    void addTeam() {
        retail = teams.add(team(Map.of()), "boss");
    }

    @AfterEach
    void removeTeams() {
        stored.all().forEach(team -> stored.remove(team.id()));
    }

    @Test
    void putsAUserIntoTheTeamsOfAllGroups() throws Exception {
        signIn("ann", "reviewers");
        assertThat(memberships.standing("ann").scope().teamless()).isFalse();
        assertThat(memberships.standing("ann").led()).isEmpty();

        signInAgain("ann", "reviewers", "leads");

        assertThat(memberships.standing("ann").led()).containsOnlyKeys("Retail");
        assertThat(teamEntries())
                .endsWith(
                        "ann: team Retail changed\nann: none → REVIEWER\nfrom the groups of keycloak",
                        "ann: team Retail changed\nann: REVIEWER → LEAD\nfrom the groups of keycloak");
        assertThat(browser.get("/teams/" + retail).body()).contains("through a group", "Edit members");
        assertThat(browser.get("/teams/" + retail + "/members").body()).contains("(Lead through a group)");
    }

    @Test
    void recordsNothingWhileTheGroupsStay() throws Exception {
        signIn("ann", "reviewers");
        List<String> before = teamEntries();
        signInAgain("ann", "reviewers");
        assertThat(teamEntries()).isEqualTo(before);
    }

    @Test
    void findsATeamThatIsAddedLater() throws Exception {
        stored.remove(retail);
        signIn("ann", "reviewers");
        retail = teams.add(team(Map.of()), "boss");
        signInAgain("ann", "reviewers");
        assertThat(members()).containsExactly(Map.entry("ann", TeamRole.REVIEWER));
    }

    @Test
    void keepsMembersWhomAUserAdded() throws Exception {
        signIn("ann", "leads");
        teams.change(retail, team(Map.of("ann", TeamRole.REVIEWER)), 1, "boss");
        assertThat(members()).containsExactly(Map.entry("ann", TeamRole.LEAD));

        signInAgain("ann", "admins");

        assertThat(members()).containsExactly(Map.entry("ann", TeamRole.REVIEWER));
    }

    @Test
    void aChangeOfTheTeamKeepsTheMembersOfGroups() throws Exception {
        signIn("ann", "leads");
        teams.change(retail, team(Map.of("ben", TeamRole.REVIEWER)), 1, "boss");
        assertThat(members()).containsOnlyKeys("ann", "ben");
    }

    @Test
    void namesTheMembersOfARemovedTeam() throws Exception {
        signIn("ann", "leads");
        teams.remove(retail, "boss");
        assertThat(jdbc.sql("select message from audit_entry where action = 'TEAM_CHANGED' order by seq desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("team Retail removed\nname: Retail → none\nann, by a group: LEAD → none");
    }

    @Test
    void takesTheTeamsWithTheRoles() throws Exception {
        signIn("ann", "leads");
        rights.take("ann", "keycloak");
        assertThat(members()).isEmpty();
        assertThat(teamEntries()).endsWith("ann: team Retail changed\nann: LEAD → none\nfrom the groups of keycloak");
    }

    @Test
    void ignoresTheGroupsOfAUserWhomTheConfigurationTookOver() throws Exception {
        signIn("ann", "leads");
        jdbc.sql("update person set origin = 'CONFIGURATION' where name = 'ann'")
                .update();
        try {
            assertThat(members()).isEmpty();
            assertThat(memberships.standing("ann").led()).isEmpty();
        } finally {
            jdbc.sql("update person set origin = 'PROVIDER' where name = 'ann'").update();
        }
    }

    private void signInAgain(String name, Object... groups) throws Exception {
        browser = new TestBrowser(port);
        signIn(name, groups);
    }

    private Map<String, TeamRole> members() {
        return stored.find(retail).orElseThrow().allMembers();
    }

    private static Team team(Map<String, TeamRole> members) {
        return new Team("Retail", members, Map.of());
    }

    private List<String> teamEntries() {
        return jdbc.sql(
                        "select actor || ': ' || message from audit_entry where action = 'TEAM_CHANGED' and message like '%groups%' order by seq")
                .query(String.class)
                .list();
    }
}
