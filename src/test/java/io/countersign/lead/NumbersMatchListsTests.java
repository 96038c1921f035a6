package io.countersign.lead;

import static io.countersign.invitation.Listings.LOGISTICS;
import static io.countersign.invitation.Listings.RETAIL;
import static io.countersign.invitation.Listings.id;
import static io.countersign.invitation.Listings.lens;
import static io.countersign.invitation.Listings.workload;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.PageTest;
import io.countersign.Pages;
import io.countersign.Pages.Page;
import io.countersign.connection.AwsFailure;
import io.countersign.connection.FakeShareInvitations;
import io.countersign.connection.InvitationId;
import io.countersign.connection.ListedInvitation;
import io.countersign.connection.Permission;
import io.countersign.connection.ResourceType;
import io.countersign.connection.api.ListOutcome;
import io.countersign.connection.api.UpdateOutcome;
import io.countersign.connection.api.UpdatedInvitation;
import io.countersign.decision.web.DecisionForms;
import io.countersign.identity.TestRecentAuthentication;
import io.countersign.running.Await;
import io.countersign.team.DelegationRequest;
import io.countersign.team.Team;
import io.countersign.team.TeamRole;
import io.countersign.team.persistence.DelegationRepository;
import io.countersign.team.persistence.TeamRepository;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** Follows every link from a number, as every role, after decisions with every outcome. */
@PageTest
@DirtiesContext
@Import({DecisionForms.class, TestRecentAuthentication.class, NumberLinks.class})
@TestPropertySource(
        properties = {
            "countersign.second-approval.rules[0].permission=CONTRIBUTOR",
            "countersign.second-approval.rules[0].needs=second-approval",
            "countersign.second-approval.rules[1].type=LENS",
            "countersign.second-approval.rules[1].needs=lead",
            "countersign.decision.hold.type.PROFILE=10m",
            "countersign.decision.hold.permission.CONTRIBUTOR=0s",
            "countersign.people[3].name=admin",
            "countersign.people[3].password=" + PageTest.HASH,
            "countersign.people[3].roles=ADMIN",
            "countersign.people[4].name=mia",
            "countersign.people[4].password=" + PageTest.HASH,
            "countersign.people[4].roles=LEAD"
        })
class NumbersMatchListsTests {

    private static final String REASON = "Agreed in ticket 4711 with the platform team";
    private static final String EMERGENCY = "No member of the team is available, and the auditors need it before noon.";

    private static final int AT_ONCE = 5001;
    private static final int REJECTED = 5002;
    private static final int READ = 5003;
    private static final int FAILED = 5004;
    private static final int SECOND = 5005;
    private static final int BREAK_GLASS = 5006;
    private static final int BATCH = 5007;
    private static final int BATCH_TOO = 5008;
    private static final int DELEGATE = 5009;
    private static final int HELD = 5010;
    private static final int ELSEWHERE = 5011;
    private static final int EXPIRED = 5012;
    private static final int PROPOSED = 5013;
    private static final int RETURNED = 5014;
    private static final int PENDING = 5020;
    private static final int OF_NO_TEAM = 5100;

    @Autowired
    Pages pages;

    @Autowired
    NumberLinks links;

    @Autowired
    FakeShareInvitations aws;

    @Autowired
    DecisionForms forms;

    @Autowired
    TeamRepository teams;

    @Autowired
    DelegationRepository delegations;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void decideInEveryWay() throws Exception {
        list(Set.of());
        refreshUntilPending(76);
        teams.add(
                new Team(
                        "Retail",
                        Map.of("reviewer", TeamRole.REVIEWER, "lead", TeamRole.LEAD, "mia", TeamRole.LEAD),
                        Map.of(RETAIL.account(), List.of())),
                "admin");
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        long delegation = delegations
                .add(new DelegationRequest("mia", "reviewer", today, today.plusDays(1), "On leave"), Instant.now())
                .id();
        made(pages.submit("/delegations/" + delegation + "/acceptance", "reviewer", Map.of()));
        aws.answers(NumbersMatchListsTests::answer);

        decide(AT_ONCE, "reviewer", "ACCEPT");
        decide(REJECTED, "lead", "REJECT");
        decide(FAILED, "reviewer", "ACCEPT");
        decide(SECOND, "reviewer", "ACCEPT");
        answer(SECOND, "ACCEPT", "lead");
        decide(DELEGATE, "lead", "ACCEPT");
        answer(DELEGATE, "ACCEPT", "reviewer");
        decide(PROPOSED, "lead", "ACCEPT");
        for (int number : List.of(PROPOSED, PENDING)) {
            made(pages.submit(
                    "/invitations/" + id(number) + "/comments", "lead", Map.of("words", "Please look, @reviewer")));
        }
        decide(RETURNED, "reviewer", "ACCEPT");
        answer(RETURNED, "RETURN", "lead");
        made(pages.submit(
                "/invitations/" + id(BREAK_GLASS) + "/break-glass", "admin", forms.fields(id(BREAK_GLASS), EMERGENCY)));
        Page held = decide(HELD, "reviewer", "ACCEPT");
        made(pages.submit(held.location() + "/withdrawal", "reviewer", Map.of()));
        bulk();
        made(pages.submit("/invitations/" + id(PENDING) + "/claim", "lead", Map.of()));
        decide(READ, "reviewer", "ACCEPT");
        aws.update(RETAIL, id(ELSEWHERE), null, null, identity -> {});
        Instant seen = Instant.now().minus(Duration.ofDays(8));
        jdbc.sql("update invitation set first_seen_at = :seen, unseen_at = :unseen where invitation_id = :id")
                .param("seen", seen.atOffset(ZoneOffset.UTC))
                .param("unseen", seen.minusSeconds(60).atOffset(ZoneOffset.UTC))
                .param("id", id(EXPIRED).value())
                .update();
        list(Set.of(AT_ONCE, REJECTED, READ, SECOND, BREAK_GLASS, BATCH, BATCH_TOO, DELEGATE, ELSEWHERE, EXPIRED));
        Await.until("the unclear decision is settled", Duration.ofSeconds(30), () -> states("UNKNOWN") == 0);
        refreshUntilPending(66);
        assertThat(gone()).as("decided elsewhere and expired").isEqualTo(2);
    }

    @Test
    void everyNumberLinksToAListWithThatManyThings() throws Exception {
        assertThat(jdbc.sql("select count(*) from audit_entry where action = 'EFFECT_CHECK' and outcome = 'CONFIRMED'")
                        .query(Integer.class)
                        .single())
                .as("decisions that a read settled")
                .isEqualTo(1);

        assertThat(links.followAll("reviewer")).contains("queue", "history", "proposals", "teams/unassigned");
        assertThat(links.followAll("lead")).contains("queue", "history");
        assertThat(links.followAll("auditor")).contains("queue", "history");
        assertThat(links.followAll("admin")).contains("queue", "history", "coverage");
        assertThat(pages.open("/?view=all", "reviewer").body())
                .as("header and pager of the queue")
                .contains("63 pending invitations", "1 to 33 of 33 resources (63 invitations)", ">Mentions</span>");
        assertThat(pages.open("/?view=all&rows=each", "reviewer").body()).contains("1 to 50 of 63 invitations");
        for (String reader : List.of("reviewer", "lead", "auditor")) {
            for (String page : List.of("/teams", "/", "/coverage")) {
                assertThat(pages.open(page, reader).body())
                        .as(page)
                        .contains("No team covers", ">1 account</a>", ">2 pending invitations</a>");
            }
        }
        assertThat(links.decided("auditor", "reviewer")).containsExactly(5, 0);
        assertThat(links.decided("auditor", "lead")).containsExactly(1, 1);
        assertThat(links.decided("auditor", "admin")).containsExactly(1, 0);
        eachBadgeHasAFilterThatFindsItsRows();
    }

    private void eachBadgeHasAFilterThatFindsItsRows() throws Exception {
        String all = pages.open("/?state=open", "lead").body();
        String rest = pages.open("/?state=open&page=2", "lead").body();
        for (String badge : List.of("secondApproval=people-fill", "newOwner=stars", "external=box-arrow-up-right")) {
            String[] filter = badge.split("=");
            String sign = "bi-" + filter[1];
            Set<String> marked = rows(all + rest, sign);
            String first =
                    pages.open("/?state=open&" + filter[0] + "=true", "lead").body();
            String second = pages.open("/?state=open&page=2&" + filter[0] + "=true", "lead")
                    .body();
            assertThat(rows(first + second, "")).as(filter[0]).isEqualTo(marked);
        }
        assertThat(rows(all + rest, "bi-people-fill")).as("two proposals").hasSize(2);
    }

    private static Set<String> rows(String pages, String sign) {
        return Pattern.compile("(?s)/invitations/(\\w{32})[^/]*?dir=\"auto\".*?</tr>")
                .matcher(pages)
                .results()
                .filter(row -> row.group().contains(sign))
                .map(row -> row.group(1))
                .collect(Collectors.toSet());
    }

    /** A poll checks a limited number of missing invitations; the start has read others. */
    private void refreshUntilPending(int expected) throws Exception {
        for (int tries = 0; tries < 20 && pending() != expected; tries++) {
            pages.refresh();
        }
        assertThat(pending()).isEqualTo(expected);
    }

    private void list(Set<Integer> gone) {
        List<ListedInvitation> workloads = new ArrayList<>();
        Stream.of(AT_ONCE, REJECTED, READ, FAILED, BATCH, BATCH_TOO, ELSEWHERE, EXPIRED)
                .forEach(number -> workloads.add(workload(number, "Plain " + number)));
        Stream.of(SECOND, BREAK_GLASS, PROPOSED, RETURNED)
                .forEach(number -> workloads.add(workload(number, "Shared " + number, Permission.CONTRIBUTOR)));
        IntStream.range(PENDING, PENDING + 60).forEach(number -> workloads.add(sharedTwice(number)));
        workloads.removeIf(listed -> isGone(listed, gone));
        List<ListedInvitation> lenses = new ArrayList<>(List.of(lens(DELEGATE, "SaaS lens")));
        lenses.removeIf(listed -> isGone(listed, gone));
        aws.lists(RETAIL, ResourceType.WORKLOAD, new ListOutcome.Complete(workloads));
        aws.lists(RETAIL, ResourceType.LENS, new ListOutcome.Complete(lenses));
        aws.lists(RETAIL, ResourceType.PROFILE, new ListOutcome.Complete(List.of(profile())));
        aws.lists(
                LOGISTICS,
                ResourceType.WORKLOAD,
                new ListOutcome.Complete(List.of(workload(OF_NO_TEAM, "Other"), workload(OF_NO_TEAM + 1, "Another"))));
        aws.lists(LOGISTICS, ResourceType.LENS, new ListOutcome.Complete(List.of()));
    }

    private static boolean isGone(ListedInvitation listed, Set<Integer> gone) {
        return gone.stream().anyMatch(number -> id(number).equals(listed.id()));
    }

    /** Two invitations for each resource, so that rows and invitations differ in number. */
    private static ListedInvitation sharedTwice(int number) {
        ListedInvitation one = workload(number - number % 2, "Twice " + number / 2);
        return new ListedInvitation(
                id(number),
                one.type(),
                one.sharedBy(),
                one.sharedWith(),
                one.permission(),
                one.resourceName(),
                one.resourceId());
    }

    private static ListedInvitation profile() {
        return new ListedInvitation(
                id(HELD), ResourceType.PROFILE, "555566667777", "111122223333", null, "Profile", "arn:profile/1");
    }

    private static UpdateOutcome answer(InvitationId updated) {
        if (updated.equals(id(READ))) {
            return new UpdateOutcome.Unclear(new AwsFailure(AwsFailure.Kind.TIMEOUT, "no answer", null, null));
        }
        if (updated.equals(id(FAILED))) {
            return new UpdateOutcome.Refused(
                    new AwsFailure(AwsFailure.Kind.ACCESS_DENIED, "denied", "AccessDenied", "request-1"));
        }
        return new UpdateOutcome.Updated(
                new UpdatedInvitation(updated.value(), "WORKLOAD", null, null, null, null, null), "request-2");
    }

    private void bulk() throws Exception {
        Page draft = made(pages.submit(
                "/batches",
                "reviewer",
                List.of(
                        "action",
                        "ACCEPT",
                        "select",
                        id(BATCH).value(),
                        "select",
                        id(BATCH_TOO).value())));
        List<String> fields = new ArrayList<>(List.of("reason", REASON));
        Pattern.compile("name=\"item\" value=\"(\\d+)\"")
                .matcher(
                        pages.open(String.valueOf(draft.location()), "reviewer").body())
                .results()
                .forEach(item -> fields.addAll(List.of("item", item.group(1))));
        made(pages.submit(draft.location() + "/start", "reviewer", fields));
        Await.until("the batch ends", Duration.ofSeconds(30), () -> batched() == 2);
    }

    private int batched() {
        return jdbc.sql("select count(*) from decision where batch_id is not null and state = 'CONFIRMED'")
                .query(Integer.class)
                .single();
    }

    private int pending() {
        return jdbc.sql("select count(*) from invitation where state = 'PENDING'")
                .query(Integer.class)
                .single();
    }

    private int gone() {
        return jdbc.sql("select count(*) from invitation where state = 'GONE' and invitation_id in (:ids)")
                .param("ids", List.of(id(ELSEWHERE).value(), id(EXPIRED).value()))
                .query(Integer.class)
                .single();
    }

    private int states(String state) {
        return jdbc.sql("select count(*) from decision where state = :state")
                .param("state", state)
                .query(Integer.class)
                .single();
    }

    private Page decide(int number, String person, String action) throws Exception {
        return made(forms.decide(id(number), person, action, REASON));
    }

    private void answer(int number, String action, String person) throws Exception {
        made(forms.answer(id(number), action, person, REASON));
    }

    private static Page made(Page page) {
        assertThat(page.status()).as(page.body()).isEqualTo(302);
        return page;
    }
}
