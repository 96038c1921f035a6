package io.countersign.team.delegation;

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
import io.countersign.site.Dates;
import io.countersign.team.Delegation;
import io.countersign.team.DelegationRequest;
import jakarta.servlet.http.Cookie;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;

/** Checks the delegation pages: mia leads ben and reviewer in Retail. */
@PageTest
@TestPropertySource(
        properties = {
            "countersign.second-approval.rules[0].account=111122223333",
            "countersign.second-approval.rules[0].needs=second-approval",
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
class DelegationPageAssemblerTests {

    private static final String BEN = "ben/REVIEWER";
    private static final String MIA = "mia/LEAD";
    private static final String ADMIN = "admin/ADMIN";
    private static final String HOSTILE = "<b>leave</b> of absence";
    private static final InvitationId INVITATION = id(ListedForPages.PLAIN + 102);

    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    @Autowired
    Pages pages;

    @Autowired
    InvitationRepository invitations;

    @Autowired
    DelegationService changes;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void addTeam() throws Exception {
        pages.refresh();
        Page added = pages.submit(
                "/teams",
                ADMIN,
                Map.of(
                        "name",
                        "Retail",
                        "accounts",
                        "111122223333",
                        "members",
                        "ben:REVIEWER,reviewer:REVIEWER,mia:LEAD"));
        assertThat(added.location()).as(added.body()).startsWith("/teams/");
    }

    @AfterEach
    void removeTeam() {
        List.of("delegation", "claim", "team")
                .forEach(table -> jdbc.sql("delete from " + table).update());
    }

    @Test
    void showsADelegationToBothUsersAndToRolesThatSeeEverything() throws Exception {
        assertThat(add(MIA, "ben", 0, 2)).contains("The delegation was added. Waiting for ben to accept.");
        assertThat(shown("/", BEN))
                .containsPattern("href=\"/delegations\"><span>Delegations to accept</span> <span[^>]*>1<");
        assertThat(shown("/", MIA)).doesNotContain("Delegations to accept");
        accept(BEN);
        assertThat(shown("/", BEN)).doesNotContain("Delegations to accept");
        for (String person : List.of(MIA, BEN, "lead", "auditor", ADMIN)) {
            assertThat(shown("/delegations", person))
                    .contains(
                            "ben on behalf of mia",
                            "&lt;b&gt;leave",
                            Dates.day(today) + " to " + Dates.day(today.plusDays(2)),
                            "Active");
        }
        assertThat(shown("/delegations", "reviewer"))
                .doesNotContain("on behalf of mia")
                .contains("No delegations yet.");
        assertThat(shown("/delegations", "auditor")).doesNotContain("Add a delegate", "End now");
        assertThat(shown("/delegations", "lead")).contains("Add a delegate").doesNotContain("End now");
        assertThat(shown("/history?action=DELEGATE&person=mia", "auditor"))
                .contains("ben on behalf of mia, " + today + " to " + today.plusDays(2) + " (UTC)", "&lt;b&gt;leave");
        assertThat(shown("/history?action=DELEGATE&person=mia", "reviewer"))
                .as("as the hint of the form says")
                .doesNotContain("on behalf of mia", "&lt;b&gt;leave");
        assertThat(shown("/delegations", "reviewer"))
                .contains(
                        "Your delegate, leads, auditors and admins can read it; while no teams exist, all users can.");
    }

    @Test
    void showsErrorsAndKeepsTheInput() throws Exception {
        Map<String, String> wrongs = Map.of(
                "", "Delegate: enter a username",
                "nobody <i>", "Delegate: user nobody &lt;i&gt; does not exist",
                "mia", "Delegate: enter a username other than your own",
                "auditor", "Delegate: auditor is not a reviewer or a lead");
        for (Map.Entry<String, String> wrong : wrongs.entrySet()) {
            Page page = pages.submit("/delegations", MIA, form(wrong.getKey(), 0, 2));
            assertThat(page.status()).isEqualTo(400);
            assertThat(page.body())
                    .contains("<title>Error: ", wrong.getValue(), "href=\"#delegate\"", "value=\"" + today + "\"")
                    .contains(">&lt;b&gt;leave&lt;/b&gt;");
        }
        Page days = pages.submit("/delegations", MIA, form("ben", 3, 2));
        assertThat(days.body()).contains("Last day: enter a date on or after the first day", "value=\"ben\"");
        assertThat(pages.submit("/delegations", MIA, form("ben", -1, 2)).body())
                .contains("First day: enter today or a later date");
        assertThat(pages.submit("/delegations", MIA, form("ben", 0, 90)).body()).contains("at most 90 days");
        assertThat(count()).isZero();

        add(MIA, "ben", 2, 4);
        Page overlapping = pages.submit("/delegations", MIA, form("ben", 0, 2));
        assertThat(overlapping.status()).isEqualTo(400);
        assertThat(overlapping.body())
                .contains("ben is already your delegate from " + Dates.day(today.plusDays(2)) + " to "
                        + Dates.day(today.plusDays(4)));
        add(MIA, "ben", 0, 1);
        add(MIA, "reviewer", 0, 4);
        assertThat(count()).isEqualTo(3);
    }

    @Test
    void storesOneOfManySimultaneousDelegations() throws Exception {
        DelegationRequest wish = new DelegationRequest("mia", "ben", today, today, "On leave");
        ExecutorService crowd = Executors.newFixedThreadPool(8);
        try {
            Callable<Optional<Delegation>> give = () -> changes.give(wish);
            List<Optional<Delegation>> results = new ArrayList<>();
            for (Future<Optional<Delegation>> each : crowd.invokeAll(Collections.nCopies(8, give))) {
                results.add(each.get());
            }
            assertThat(results).filteredOn(Optional::isEmpty).hasSize(1);
        } finally {
            crowd.shutdownNow();
        }
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void recordsBothNamesForADecisionOfADelegate() throws Exception {
        pages.submit("/invitations/" + INVITATION + "/claim", "reviewer", Map.of());
        assertThat(shown("/invitations/" + INVITATION, BEN)).doesNotContain("value=\"ACCEPT\"");
        give(MIA, "ben", 0, 0);
        assertThat(shown("/invitations/" + INVITATION, BEN))
                .contains("On behalf of mia you can still decide", "You act on behalf of", "value=\"ACCEPT\"")
                .contains("Take over from reviewer");
        Page made = pages.submit("/invitations/" + INVITATION + "/decisions", BEN, decision());
        assertThat(made.location()).as(made.body()).startsWith("/decisions/");
        assertThat(shown(made.location(), MIA)).contains("ben on behalf of mia");
        assertThat(shown("/invitations/" + INVITATION, MIA)).contains("ben on behalf of mia decided to reject it");
        assertThat(shown(made.location() + "/timeline", "auditor")).contains("on behalf of mia");
    }

    @Test
    void namesBothUsersInTheReceipt() throws Exception {
        InvitationId invitation = id(ListedForPages.PLAIN + 103);
        give(MIA, "ben", 0, 0);
        pages.submit("/invitations/" + invitation + "/claim", MIA, Map.of());
        Page made = pages.submit("/invitations/" + invitation + "/decisions", BEN, decision(invitation));
        assertThat(made.location()).as(made.body()).startsWith("/decisions/");
        String receipt = mvc.perform(get(made.location() + "/receipt").cookie(session("auditor")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(receipt).contains("on behalf of mia", "\\\"actor\\\":\\\"ben\\\"");
    }

    @Test
    void showsForWhomADelegateLeads() throws Exception {
        InvitationId invitation = id(ListedForPages.PLAIN + 104);
        give(MIA, "ben", 0, 0);
        pages.submit("/invitations/" + invitation + "/assignment", BEN, Map.of("to", "reviewer", "from", ""));
        pages.submit("/invitations/" + invitation + "/claim", BEN, Map.of("from", "reviewer"));
        assertThat(shown("/history?action=ASSIGN&person=ben", "auditor")).contains("on behalf of mia");
        assertThat(shown("/history?action=CLAIM&person=ben", "auditor"))
                .contains("reviewer → ben, until", "on behalf of mia");
    }

    @Test
    void endsImmediatelyInOpenSessionsAndOnlyByTheUsersOrAnAdmin() throws Exception {
        InvitationId invitation = id(ListedForPages.PLAIN + 105);
        pages.submit("/invitations/" + invitation + "/claim", "reviewer", Map.of());
        Cookie session = session("ben");
        give(MIA, "ben", 0, 2);
        String path = "/delegations/"
                + jdbc.sql("select id from delegation").query(Long.class).single() + "/end";
        assertThat(page("/invitations/" + invitation, session)).contains("Take over from reviewer");
        for (String person : List.of("reviewer", "lead", "auditor")) {
            assertThat(pages.submit(path, person, Map.of()).status()).isEqualTo(403);
        }
        Page ended = pages.submit(path, MIA, Map.of());
        assertThat(pages.follow(ended, MIA).body())
                .contains("ben no longer acts on behalf of mia", "Ended early by mia");
        assertThat(page("/invitations/" + invitation, session)).doesNotContain("Take over from reviewer");
        assertThat(pages.follow(pages.submit(path, ADMIN, Map.of()), ADMIN).body())
                .contains("The delegation had already ended");
        assertThat(shown("/history?action=DELEGATE&person=mia", "auditor")).contains("ended early");
        assertThat(pages.submit("/delegations/0/end", MIA, Map.of()).status()).isEqualTo(404);
        assertThat(pages.submit("/delegations/x/end", MIA, Map.of()).status()).isEqualTo(404);
    }

    @Test
    void waitsUntilTheDelegateAcceptsOrDeclinesIt() throws Exception {
        add(MIA, "ben", 0, 2);
        assertThat(shown("/delegations", MIA))
                .contains("Not accepted yet", "End now")
                .doesNotContain(">Accept<");
        assertThat(shown("/delegations", BEN)).contains("Not accepted yet", ">Accept<", ">Decline<");
        for (String other : List.of(MIA, "reviewer", "lead")) {
            assertThat(pages.submit(latest() + "/acceptance", other, Map.of()).status())
                    .as(other)
                    .isEqualTo(403);
        }
        Page declined = pages.submit(latest() + "/end", BEN, Map.of());
        assertThat(pages.follow(declined, BEN).body())
                .contains("You declined the delegation.", "Declined by ben")
                .doesNotContain("no longer acts");
        assertThat(pages.follow(pages.submit(latest() + "/acceptance", BEN, Map.of()), BEN)
                        .body())
                .contains("already accepted or has ended", "Declined by ben");
        give(MIA, "ben", 0, 2);
        assertThat(shown("/history?action=DELEGATE&person=ben", "auditor"))
                .contains("(UTC), declined", "(UTC), accepted");
        assertThat(shown("/history?action=DELEGATE&person=mia", "auditor")).contains("(UTC), not accepted yet");
    }

    @Test
    void namesTheDelegateAsStoredAndTellsHowAPendingDelegationEnds() throws Exception {
        assertThat(add(MIA, "BEN", 0, 2)).contains("Waiting for ben to accept.");
        Page ended = pages.submit(latest() + "/end", MIA, Map.of());
        assertThat(pages.follow(ended, MIA).body())
                .contains("The delegation ended before ben accepted it.", "Canceled by mia")
                .doesNotContain("no longer acts");
    }

    @Test
    void cancelsAScheduledDelegationThatNeverTookEffect() throws Exception {
        add(MIA, "ben", 1, 2);
        pages.submit(latest() + "/acceptance", BEN, Map.of());
        Page canceled = pages.submit(latest() + "/end", MIA, Map.of());
        assertThat(pages.follow(canceled, MIA).body())
                .contains("The scheduled delegation was canceled. ben will not act on behalf of mia.")
                .contains("Canceled by mia")
                .doesNotContain("no longer acts", "Ended early");
        assertThat(shown("/history?action=DELEGATE&person=mia", "auditor"))
                .contains("(UTC), canceled before it took effect");
    }

    @Test
    void doesNotPreventAnApprovalIfTheDelegatorMayNotDecideTheInvitation() throws Exception {
        InvitationId invitation = id(ListedForPages.PLAIN + 106);
        give("lead", "ben", 0, 2);
        give("lead", "reviewer", 0, 2);
        propose(invitation);
        assertThat(shown("/invitations/" + invitation, "reviewer")).contains("Approve and accept");
        assertThat(approve(invitation, "reviewer").location()).startsWith("/decisions/");
    }

    @Test
    void preventsAnApprovalOnlyOnceItIsAcceptedAndIsNamed() throws Exception {
        InvitationId invitation = id(ListedForPages.PLAIN + 107);
        add(MIA, "ben", 0, 2);
        add(MIA, "reviewer", 0, 2);
        propose(invitation);
        assertThat(shown("/invitations/" + invitation, "reviewer")).contains("Approve and accept");
        accept(BEN);
        assertThat(shown("/invitations/" + invitation, MIA))
                .contains("ben, who proposed, acts for mia.")
                .doesNotContain("Approve and accept");
        accept("reviewer");
        assertThat(shown("/invitations/" + invitation, "reviewer"))
                .contains("reviewer acts for mia.", "ben, who proposed, acts for mia.")
                .doesNotContain("Approve and accept");
        assertThat(approve(invitation, "reviewer").status()).isEqualTo(403);
        jdbc.sql("delete from delegation").update();
        give(BEN, "reviewer", 0, 2);
        assertThat(shown("/invitations/" + invitation, "reviewer")).contains("reviewer acts for ben, who proposed.");
    }

    private void propose(InvitationId invitation) throws Exception {
        Map<String, String> accept = new HashMap<>(decision(invitation));
        accept.put("action", "ACCEPT");
        Page proposed = pages.submit("/invitations/" + invitation + "/decisions", BEN, accept);
        assertThat(proposed.location()).as(proposed.body()).startsWith("/invitations/" + invitation + "?proposed=");
    }

    private Page approve(InvitationId invitation, String person) throws Exception {
        long proposal = jdbc.sql("select id from proposal where invitation_id = :id order by id desc limit 1")
                .param("id", invitation.value())
                .query(Long.class)
                .single();
        Map<String, String> approval = new HashMap<>(decision(invitation));
        approval.put("action", "ACCEPT");
        return pages.submit("/proposals/" + proposal + "/answer", person, approval);
    }

    private String latest() {
        return "/delegations/"
                + jdbc.sql("select max(id) from delegation").query(Long.class).single();
    }

    /** The delegate accepts all delegations that wait. */
    private void accept(String delegate) throws Exception {
        List<Long> waiting = jdbc.sql(
                        "select id from delegation where delegate = :name and accepted_at is null and ended_at is null")
                .param("name", delegate.split("/")[0])
                .query(Long.class)
                .list();
        for (long id : waiting) {
            Page accepted = pages.submit("/delegations/" + id + "/acceptance", delegate, Map.of());
            assertThat(pages.follow(accepted, delegate).body()).contains("You act on behalf of", "Active");
        }
    }

    /** Adds a delegation that the delegate accepts. */
    private void give(String person, String delegate, int from, int until) throws Exception {
        add(person, delegate, from, until);
        accept(delegate.equals("ben") ? BEN : delegate);
    }

    private String add(String person, String delegate, int from, int until) throws Exception {
        Page page = pages.submit("/delegations", person, form(delegate, from, until));
        assertThat(page.location()).as(page.body()).isEqualTo("/delegations");
        return pages.follow(page, person).body();
    }

    private Map<String, String> form(String delegate, int from, int until) {
        return Map.of(
                "delegate",
                delegate,
                "from",
                today.plusDays(from).toString(),
                "until",
                today.plusDays(until).toString(),
                "reason",
                HOSTILE);
    }

    private Map<String, String> decision() {
        return decision(INVITATION);
    }

    private Map<String, String> decision(InvitationId invitation) {
        String seen = InvitationFingerprint.of(
                        invitations.find(invitation).orElseThrow().listed())
                .value();
        return Map.of("action", "REJECT", "reason", "Agreed in ticket 4711", "fingerprint", seen);
    }

    private Cookie session(String person) throws Exception {
        return mvc.perform(formLogin().user(person).password("demo"))
                .andReturn()
                .getResponse()
                .getCookie("COUNTERSIGN");
    }

    private String page(String path, Cookie session) throws Exception {
        return mvc.perform(get(path).cookie(session)).andReturn().getResponse().getContentAsString();
    }

    private int count() {
        return jdbc.sql("select count(*) from delegation").query(Integer.class).single();
    }

    private String shown(String path, String person) throws Exception {
        Page page = pages.open(path, person);
        assertThat(page.status()).as(path).isEqualTo(200);
        return page.body();
    }
}
