package io.countersign.team.web;

import static io.countersign.invitation.Listings.LOGISTICS;
import static io.countersign.invitation.Listings.RETAIL;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.PageTest;
import io.countersign.Pages;
import io.countersign.Pages.Page;
import io.countersign.connection.AccountId;
import io.countersign.connection.AccountTeams;
import io.countersign.connection.Connections;
import io.countersign.connection.registry.ConnectionService;
import io.countersign.identity.RecentAuthentication;
import io.countersign.running.Await;
import io.countersign.team.Team;
import io.countersign.team.TeamProperties;
import io.countersign.team.TeamRole;
import io.countersign.team.access.TeamlessAccounts;
import io.countersign.team.persistence.StoredTeam;
import io.countersign.team.persistence.TeamRepository;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** The warning about accounts without a team, and their assignment. */
@PageTest
@TestPropertySource(
        properties = {
            "countersign.people[3].name=admin",
            "countersign.people[3].password=" + PageTest.HASH,
            "countersign.people[3].roles=ADMIN"
        })
class AccountAssignmentTests {

    private static final AccountId NEW = new AccountId("888877776666");
    private static final String WARNING = "No team covers";
    private static final String WITHOUT_DECIDERS = "Only teams without a member who can decide cover";

    @Autowired
    Pages pages;

    @Autowired
    TeamRepository teams;

    @Autowired
    TeamService teamService;

    @Autowired
    TeamlessAccounts teamless;

    @Autowired
    ConnectionService changes;

    @Autowired
    Connections connections;

    @Autowired
    JdbcClient jdbc;

    @TestConfiguration(proxyBeanMethods = false)
    static class Fresh {
        @Bean
        @Primary
        RecentAuthentication freshInTests() {
            return new RecentAuthentication() {
                @Override
                public boolean fresh() {
                    return true;
                }

                @Override
                public String again(String returnPath) {
                    return "/again?to=" + returnPath;
                }
            };
        }
    }

    @BeforeEach
    void read() throws Exception {
        pages.refresh();
    }

    @AfterEach
    void removeTeamsAndConnection() {
        changes.remove(NEW, "admin");
        teams.all().forEach(team -> teams.remove(team.id()));
    }

    @Test
    void pagesWarnOnlyIfThereAreTeamsAndOneCoversNotEachRegion() throws Exception {
        for (String page : List.of("/?view=all", "/lead", "/connections", "/teams", "/coverage")) {
            assertThat(pages.open(page, "admin").body()).as(page).doesNotContain(WARNING);
        }
        team();
        for (String page : List.of("/?view=all", "/lead", "/connections", "/teams", "/coverage")) {
            assertThat(pages.open(page, "admin").body())
                    .as(page)
                    .contains(WARNING, ">1 account</a>", "pending invitations</a>", "Assign to a team…");
        }
        assertThat(pages.open("/?view=all", "reviewer").body()).contains(WARNING, "See whom to ask");
        assertThat(pages.open("/teams/unassigned", "reviewer").body())
                .contains(
                        "can assign accounts to a team: admin",
                        LOGISTICS.region().value())
                .doesNotContain("name=\"accounts\"", "href=\"/?account=");
    }

    @Test
    void pagesWarnIfOnlyTeamsWithoutAMemberWhoCanDecideCoverAnAccount() throws Exception {
        team();
        long empty = teams.add(new Team("Empty", Map.of(), Map.of(LOGISTICS.account(), List.of())), "admin");
        for (String page : List.of("/?view=all", "/lead", "/connections", "/teams", "/coverage")) {
            assertThat(pages.open(page, "admin").body())
                    .as(page)
                    .contains(WITHOUT_DECIDERS, ">1 account<", "pending invitations<", "Open teams")
                    .doesNotContain(WARNING);
        }
        teams.change(
                empty,
                new Team("Empty", Map.of("auditor", TeamRole.REVIEWER), Map.of(LOGISTICS.account(), List.of())),
                "admin");
        assertThat(pages.open("/teams", "admin").body())
                .as("the only member may not decide")
                .contains(WITHOUT_DECIDERS);
        teams.add(new Team("Both", Map.of("lead", TeamRole.LEAD), Map.of(LOGISTICS.account(), List.of())), "admin");
        assertThat(pages.open("/teams", "admin").body()).doesNotContain(WITHOUT_DECIDERS);
    }

    @Test
    void assignsTheSelectedAccountsWithOneAuditEntryAndTheWarningEnds() throws Exception {
        long team = team();
        Page done = pages.submit(
                "/teams/unassigned",
                "admin",
                Map.of("accounts", LOGISTICS.account().value(), "team", String.valueOf(team)));
        assertThat(done.location()).isEqualTo("/teams/" + team);
        assertThat(teams.find(team))
                .map(StoredTeam::team)
                .map(Team::accounts)
                .contains(Map.of(RETAIL.account(), List.of(), LOGISTICS.account(), List.of()));
        assertThat(jdbc.sql("select message from audit_entry where action = 'TEAM_CHANGED' order by seq desc limit 1")
                        .query(String.class)
                        .single())
                .contains("team Retail changed", LOGISTICS.account() + ": none → all Regions");
        assertThat(pages.open("/teams", "admin").body()).doesNotContain(WARNING);
    }

    @Test
    void refusesAnIncompleteAssignment() throws Exception {
        team();
        Page nothing = pages.submit("/teams/unassigned", "admin", Map.of());
        assertThat(nothing.status()).isEqualTo(400);
        assertThat(nothing.body()).contains("select at least one account", "Team: select a team");
        for (String unknown : List.of("999999", "x", "-1", "99999999999999999999")) {
            Page page = pages.submit("/teams/unassigned", "admin", Map.of("all", "true", "team", unknown));
            assertThat(page.status()).as(unknown).isEqualTo(400);
            assertThat(page.body()).contains("Team: select a team");
        }
    }

    @Test
    void connectingAnAccountAsksForATeamAndAssignsItInTheSameTransaction() throws Exception {
        String team = String.valueOf(team());
        assertThat(connect("").status()).isEqualTo(400);
        assertThat(connect("999999").body()).contains("Team: select a team", "No team yet");
        assertThat(connections.find(NEW)).isEmpty();

        assertThat(connect(team).location()).isEqualTo("/connections/" + NEW);
        assertThat(teams.find(Long.parseLong(team)).orElseThrow().team().accounts())
                .containsEntry(NEW, List.of());
    }

    @Test
    void anAccountCanBeConnectedWithoutATeam() throws Exception {
        long team = team();
        assertThat(connect("none").location()).isEqualTo("/connections/" + NEW);
        assertThat(teams.find(team).orElseThrow().team().accounts()).doesNotContainKey(NEW);
        assertThat(pages.open("/teams", "admin").body()).contains(">2 accounts</a>");
    }

    @Test
    void theDefaultTeamReceivesAccountsWithoutATeamAtTheStart() {
        long team = team();
        TeamProperties properties = new TeamProperties(Duration.ofMinutes(30), Duration.ofHours(24), "Retail");
        AccountTeams choices = new TeamsOfAccounts(teams, teamService, properties);
        assertThat(choices.byDefault()).map(AccountTeams.Choice::name).contains("Retail");
        new DefaultTeamAssigner(choices, teamless, properties).assign();
        assertThat(teams.find(team).orElseThrow().team().accounts()).containsKey(LOGISTICS.account());
        assertThat(teamless.numbers()).isEmpty();
    }

    @Test
    void theWarningSoonKnowsAChangeThroughAnotherReplica() {
        long team = team();
        assertThat(teamless.numbers()).isPresent();
        jdbc.sql("insert into team_source values (:team, :account, '')")
                .param("team", team)
                .param("account", LOGISTICS.account().value())
                .update();
        Await.until("the warning ends", Duration.ofSeconds(10), () -> teamless.numbers()
                .isEmpty());
    }

    private Page connect(String team) throws Exception {
        return pages.submit(
                "/connections",
                "admin",
                Map.of(
                        "accountId",
                        NEW.value(),
                        "name",
                        "New",
                        "externalId",
                        "agreed-id",
                        "roleArn",
                        "arn:aws:iam::" + NEW + ":role/CountersignReader",
                        "regions",
                        "eu-west-1",
                        "team",
                        team));
    }

    private long team() {
        return teams.add(
                new Team("Retail", Map.of("reviewer", TeamRole.REVIEWER), Map.of(RETAIL.account(), List.of())),
                "admin");
    }
}
