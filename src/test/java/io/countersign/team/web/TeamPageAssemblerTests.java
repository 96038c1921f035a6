package io.countersign.team.web;

import static io.countersign.invitation.Listings.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.countersign.ListedForPages;
import io.countersign.PageTest;
import io.countersign.Pages;
import io.countersign.Pages.Page;
import io.countersign.connection.InvitationId;
import io.countersign.invitation.InvitationFingerprint;
import io.countersign.invitation.InvitationRepository;
import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;

/** Checks pages with teams, scope and assignments: ben and mia are in Retail prod, reviewer and lead in Logistics. */
@PageTest
@TestPropertySource(
        properties = {
            "countersign.people[3].name=ben",
            "countersign.people[3].password=" + PageTest.HASH,
            "countersign.people[3].roles=REVIEWER",
            "countersign.people[4].name=mia",
            "countersign.people[4].password=" + PageTest.HASH,
            "countersign.people[4].roles=LEAD",
            "countersign.people[5].name=admin",
            "countersign.people[5].password=" + PageTest.HASH,
            "countersign.people[5].roles=ADMIN"
        })
class TeamPageAssemblerTests {

    private static final String BEN = "ben/REVIEWER";
    private static final String MIA = "mia/LEAD";
    private static final String ADMIN = "admin/ADMIN";
    private static final InvitationId PLAIN = id(ListedForPages.PLAIN);
    private static final String NAME = "Plain " + ListedForPages.PLAIN;

    @Autowired
    Pages pages;

    @Autowired
    InvitationRepository invitations;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    private String retail;

    @BeforeEach
    void addTwoTeams() throws Exception {
        pages.refresh();
        retail = add("Retail", "111122223333 # <b>ours</b>", "ben:REVIEWER", "mia:LEAD");
        add("Logistics <i>", "222233334444 us-east-1", "reviewer:REVIEWER", "lead:LEAD");
    }

    @AfterEach
    void removeTeams() {
        List.of("mention", "invitation_comment", "claim", "team")
                .forEach(table -> jdbc.sql("delete from " + table).update());
    }

    @Test
    void deniesAnInvisibleInvitationOnEveryRouteWithoutDetails() throws Exception {
        for (String person : List.of("reviewer", "lead")) {
            assertDenied(pages.open("/invitations/" + PLAIN, person));
            for (String step : List.of("claim", "release", "handover", "assignment", "comments", "seen", "decisions")) {
                Page page = pages.submit(
                        "/invitations/" + PLAIN + "/" + step,
                        person,
                        Map.of("to", "ben", "words", "hello", "action", "ACCEPT", "reason", "Agreed in ticket 4711"));
                assertDenied(page);
            }
            assertThat(shown("/?text=" + NAME.replace(" ", "%20"), person)).doesNotContain(PLAIN.value());
            assertThat(assignments(PLAIN, person)).doesNotContain(PLAIN.value());
        }
        assertThat(jdbc.sql(
                                "select count(*) from audit_entry where actor = 'lead' and action = 'VIEW' and outcome = 'REFUSED'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(8);
        assertThat(pages.open("/invitations/" + id(99), "reviewer").status()).isEqualTo(404);
    }

    @Test
    void deniesADecisionOnAnInvisibleInvitation() throws Exception {
        InvitationId invitation = id(ListedForPages.PLAIN + 100);
        Page made = pages.submit("/invitations/" + invitation + "/decisions", BEN, decision(invitation, "REJECT"));
        assertThat(made.location()).startsWith("/decisions/");
        assertThat(pages.open(made.location(), "reviewer").status()).isEqualTo(403);
        assertThat(shown(made.location(), "auditor")).contains("Plain");
        for (String path : List.of("/timeline", "/receipt")) {
            assertDenied(pages.open(made.location() + path, "reviewer"));
        }
        assertThat(shown(made.location() + "/timeline", BEN)).contains("Plain");
        assertThat(pages.open("/history/log.jsonl", "reviewer").status()).isEqualTo(403);
        assertThat(shown("/history/verification", "reviewer")).doesNotContain("log.jsonl\"");
        assertThat(shown("/history/verification", "auditor")).contains("href=\"/history/log.jsonl\"");
    }

    @Test
    void showsEverythingToRolesThatDoNotDecide() throws Exception {
        for (String person : List.of("auditor", ADMIN)) {
            assertThat(shown("/invitations/" + PLAIN, person))
                    .contains(NAME, "Retail", "ben", "mia")
                    .doesNotContain("id=\"comment\"", ">Assign to me</span>");
            for (String step : List.of("claim", "release", "handover", "assignment", "comments", "seen")) {
                assertThat(pages.submit("/invitations/" + PLAIN + "/" + step, person, Map.of("to", "ben", "words", "x"))
                                .status())
                        .as("%s by %s", step, person)
                        .isEqualTo(403);
            }
        }
    }

    @Test
    void showsAClaimToAllAndBlocksOtherReviewersButNoLead() throws Exception {
        add("Retail too", "111122223333", "reviewer:REVIEWER");
        assertThat(act("claim", BEN, Map.of())).contains("Assigned to you.");
        assertThat(shown("/?assignee=mine", BEN)).contains(PLAIN.value(), "Assigned to you just now");
        assertThat(shown("/?assignee=mine", MIA)).doesNotContain(PLAIN.value());
        assertThat(shown("/?assignee=unassigned&text=" + PLAIN, MIA)).contains("No matching invitations");
        assertThat(assignments(PLAIN, MIA)).contains(PLAIN.value(), "Assigned to ben until");

        assertThat(shown("/invitations/" + PLAIN, "reviewer"))
                .contains("Assigned to ben until", "This invitation is assigned to someone else")
                .doesNotContain("value=\"ACCEPT\"");
        Page refused = pages.submit("/invitations/" + PLAIN + "/decisions", "reviewer", decision(PLAIN, "ACCEPT"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("This invitation is assigned to someone else", "Assigned to ben until");
        assertThat(act("claim", "reviewer", Map.of())).contains("Too late: the assignee has changed");

        assertThat(shown("/invitations/" + PLAIN, MIA))
                .contains("As a lead you can still decide", "Take over from ben", "value=\"ACCEPT\"");
        assertThat(act("claim", MIA, Map.of("from", "ben"))).contains("Assigned to you.");
        assertThat(act("assignment", MIA, Map.of("from", "mia", "to", "ben"))).contains("Assigned to ben.");
        assertThat(shown("/?assignee=mine", BEN)).contains("Assigned to you by mia");
        assertThat(act("release", MIA, Map.of("from", "ben"))).contains(">Unassigned.<");
        assertThat(pages.submit("/invitations/" + PLAIN + "/assignment", BEN, Map.of("to", "ben"))
                        .status())
                .isEqualTo(403);
        assertThat(shown("/history?action=CLAIM&person=mia", "auditor")).contains("ben → mia, until");
    }

    @Test
    void endsTheClaimWithADecision() throws Exception {
        InvitationId invitation = id(ListedForPages.PLAIN + 101);
        pages.submit("/invitations/" + invitation + "/claim", BEN, Map.of());
        pages.submit("/invitations/" + invitation + "/decisions", BEN, decision(invitation, "REJECT"));
        assertThat(jdbc.sql("select count(*) from claim").query(Integer.class).single())
                .isZero();
    }

    @Test
    void escapesCommentsAndAssignsMentions() throws Exception {
        String hostile = "<script>alert(1)</script> @mia \"quoted\"";
        assertThat(act("comments", BEN, Map.of("words", hostile)))
                .contains(
                        "Comment added. Notified: mia.",
                        "&lt;script&gt;alert(1)&lt;/script&gt; @mia",
                        "ben commented and mentioned")
                .doesNotContain("<script>alert");
        assertThat(shown("/?assignee=mentioned", MIA)).contains(PLAIN.value(), "ben mentioned you");
        act("claim", BEN, Map.of());
        assertThat(shown("/invitations/" + PLAIN, MIA))
                .contains("ben mentioned you", "Assigned to ben until", "until</span>");
        assertThat(act("seen", MIA, Map.of())).contains("ben commented and mentioned");
        assertThat(shown("/?assignee=mentioned", MIA)).doesNotContain(PLAIN.value());
        for (String person : List.of("auditor", BEN, ADMIN)) {
            assertThat(shown("/history?action=COMMENT", person)).contains("&lt;script&gt;alert(1)", "to mia");
        }
        assertThat(shown("/history?action=COMMENT", "lead")).doesNotContain("alert(1)", NAME);
    }

    @Test
    void saysWhoOfTheMentionedUsersIsNotNotified() throws Exception {
        assertThat(act("comments", BEN, Map.of("words", "@mia @Reviewer @nobody-here.")))
                .contains("Comment added. Notified: mia. Not notified, because they can’t decide this invitation:"
                        + " Reviewer. No such user: nobody-here.");
        assertThat(shown("/invitations/" + PLAIN, BEN))
                .contains("such as @mia,")
                .doesNotContain("such as @ben");
        assertThat(shown("/invitations/" + PLAIN, MIA)).contains("such as @ben,");
    }

    @Test
    void letsTheAssigneeMarkAMentionAsSeen() throws Exception {
        act("comments", MIA, Map.of("words", "@ben please look"));
        act("assignment", MIA, Map.of("from", "", "to", "ben"));
        assertThat(shown("/invitations/" + PLAIN, BEN))
                .contains("Assigned to you by mia", "mia mentioned you", "Mark as seen", "<span>Mentions</span>");
        assertThat(act("seen", BEN, Map.of()))
                .contains("Assigned to you by mia")
                .doesNotContain("mia mentioned you", "Mark as seen", "<span>Mentions</span>");
    }

    @Test
    void keepsAnInvalidCommentAndShowsTheError() throws Exception {
        assertThat(act("comments", BEN, Map.of("words", "…"))).contains("Enter a comment", ">…</textarea>");
        assertThat(act("comments", BEN, Map.of("words", "turned \u202e around")))
                .contains("change the text direction");
        assertThat(act("comments", BEN, Map.of("words", "x".repeat(1001)))).contains("now 1,001");
    }

    @Test
    void appliesTeamChangesToOpenSessions() throws Exception {
        Cookie session = mvc.perform(formLogin().user("ben").password("demo"))
                .andReturn()
                .getResponse()
                .getCookie("COUNTERSIGN");
        assertThat(status("/invitations/" + PLAIN, session)).isEqualTo(200);
        pages.submit("/teams/" + retail, ADMIN, form("Retail", "111122223333", "1", "mia:LEAD"));
        assertThat(status("/invitations/" + PLAIN, session)).isEqualTo(403);
        assertThat(shown("/", BEN)).contains("You are not in a team");
        pages.submit("/teams/" + retail + "/members", MIA, form("", "", "2", "mia:LEAD", "ben:REVIEWER"));
        assertThat(status("/invitations/" + PLAIN, session)).isEqualTo(200);
        assertThat(shown("/history?action=TEAM_CHANGED&person=mia", "auditor")).contains("ben: none → Reviewer");
    }

    @Test
    void showsTeamsToAllAndEditLinksOnlyToAdmins() throws Exception {
        assertThat(shown("/teams", "reviewer"))
                .contains("Logistics &lt;i&gt;", "ben")
                .doesNotContain("Add a team", "with only some Regions")
                .containsPattern(">1 account</span>\\s+<span class=\"faint\">\\(1 Region\\)</span>");
        add("Mixed", "111122223333\n222233334444 us-east-1", "lead:LEAD");
        assertThat(shown("/teams", "reviewer"))
                .containsPattern(">2 accounts</span>\\s+<span class=\"faint\">\\(1 with only some Regions\\)</span>");
        assertThat(shown("/teams", ADMIN)).contains("Add a team");
        assertThat(shown("/teams/" + retail, BEN))
                .contains("Retail prod", "All Regions")
                .doesNotContain("Edit ");
        assertThat(shown("/teams/" + retail, MIA)).contains("Edit members").doesNotContain("Edit team");
        assertThat(shown("/teams/" + retail, ADMIN)).contains("Edit team", "Remove…");
        assertThat(shown("/teams/" + retail + "/edit", ADMIN))
                .containsPattern("name=\"selected\" value=\"111122223333\" checked");
        for (String path : List.of("/teams/new", "/teams/" + retail + "/edit", "/teams/" + retail + "/removal")) {
            assertThat(pages.open(path, MIA).status()).isEqualTo(403);
        }
        for (String person : List.of("lead", BEN, "auditor", ADMIN)) {
            assertThat(pages.open("/teams/" + retail + "/members", person).status())
                    .isEqualTo(403);
            assertThat(pages.submit("/teams/" + retail + "/members", person, form("", "", "1", "lead:LEAD"))
                            .status())
                    .isEqualTo(403);
        }
        assertThat(pages.open("/teams/0", "auditor").status()).isEqualTo(404);
    }

    @Test
    void showsErrorsAtTheirFieldsAndKeepsTheInput() throws Exception {
        Page page = pages.submit("/teams", ADMIN, form(" ", "nonsense <b>", "", "nobody:LEAD"));
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body())
                .contains("<title>Error: ", "Enter a team name", "Accounts, line 1", "href=\"#members\"")
                .contains("nonsense &lt;b&gt;", "nobody is not a reviewer or a lead");
        assertThat(pages.submit("/teams", ADMIN, form("\u200b\u2060", "", "", "ben:LEAD"))
                        .body())
                .contains("Enter a team name");
        assertThat(pages.submit("/teams", ADMIN, form("RETAIL", "", "", "ben:LEAD"))
                        .body())
                .contains("A team with this name already exists");
    }

    @Test
    void showsTheStoredValuesAfterAConflictingEdit() throws Exception {
        pages.submit("/teams/" + retail, ADMIN, form("Shops", "111122223333", "1", "ben:LEAD"));
        Page page = pages.submit("/teams/" + retail, ADMIN, form("Retail", "111122223333", "1", "mia:LEAD"));
        assertThat(page.status()).isEqualTo(409);
        assertThat(page.body())
                .contains("admin changed this team while you were editing", "name: Retail → Shops", "mia: LEAD → none")
                .contains("name=\"version\" value=\"2\"");
        Page members = pages.submit("/teams/" + retail + "/members", BEN, form("", "", "1", "mia:LEAD"));
        assertThat(members.status()).isEqualTo(409);
    }

    @Test
    void explainsTheConsequencesOfRemovingTheLastTeam() throws Exception {
        List<String> ids = jdbc.sql("select cast(id as varchar) from team order by id")
                .query(String.class)
                .list();
        assertThat(shown("/teams/" + ids.get(0) + "/removal", ADMIN)).doesNotContain("the last team");
        pages.submit("/teams/" + ids.get(0) + "/removal", ADMIN, Map.of());
        assertThat(shown("/teams/" + ids.get(1) + "/removal", ADMIN)).contains("This is the last team");
        pages.submit("/teams/" + ids.get(1) + "/removal", ADMIN, Map.of());
        assertThat(shown("/teams", "auditor")).contains("No teams yet: everyone sees everything");
        assertThat(shown("/teams/new", ADMIN)).contains("This is the first team");
        assertThat(shown("/invitations/" + PLAIN, "reviewer")).contains(NAME, "because there are no teams");
    }

    @Test
    void refusesTooManyOrMalformedAssignmentIds() throws Exception {
        assertThat(pages.open("/assignees?invitation=x", BEN).status()).isEqualTo(400);
        assertThat(pages.open("/assignees?" + ("invitation=" + PLAIN + "&").repeat(101), BEN)
                        .status())
                .isEqualTo(400);
        assertThat(pages.open("/?assignee=theirs", BEN).status()).isEqualTo(400);
    }

    private static void assertDenied(Page page) {
        assertThat(page.status()).isEqualTo(403);
        assertThat(page.body())
                .contains("You don’t have access", "This invitation belongs to another team: Retail.")
                .doesNotContain(NAME, "Northwind", "555566667777");
    }

    private String add(String name, String accounts, String... members) throws Exception {
        Page added = pages.submit("/teams", ADMIN, form(name, accounts, "", members));
        assertThat(added.location()).as(added.body()).startsWith("/teams/");
        return added.location().substring("/teams/".length());
    }

    private static Map<String, String> form(String name, String accounts, String version, String... members) {
        Map<String, String> form = new TreeMap<>(Map.of("name", name, "accounts", accounts, "version", version));
        form.put("members", String.join(",", members));
        return form;
    }

    private String act(String step, String person, Map<String, String> fields) throws Exception {
        Page page = pages.submit("/invitations/" + PLAIN + "/" + step, person, fields);
        assertThat(page.location()).as(page.body()).startsWith("/invitations/" + PLAIN);
        return pages.follow(page, person).body();
    }

    private String shown(String path, String person) throws Exception {
        Page page = pages.open(path, person);
        assertThat(page.status()).as(path).isEqualTo(200);
        return page.body();
    }

    private String assignments(InvitationId invitation, String person) throws Exception {
        String[] parts = (person + "/" + person.toUpperCase(java.util.Locale.ROOT)).split("/");
        return mvc.perform(
                        get("/assignees")
                                .param("invitation", invitation.value())
                                .with(org.springframework.security.test.web.servlet.request
                                        .SecurityMockMvcRequestPostProcessors.user(parts[0])
                                        .roles(parts[1])))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private int status(String path, Cookie session) throws Exception {
        return mvc.perform(get(path).cookie(session)).andReturn().getResponse().getStatus();
    }

    /** Returns the form of a user who sees the current invitation. */
    private Map<String, String> decision(InvitationId invitation, String action) {
        String seen = InvitationFingerprint.of(
                        invitations.find(invitation).orElseThrow().listed())
                .value();
        return Map.of("action", action, "reason", "Agreed in ticket 4711", "fingerprint", seen);
    }
}
