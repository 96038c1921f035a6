package io.countersign.batch.persistence;

import static io.countersign.invitation.Listings.RETAIL;
import static io.countersign.invitation.Listings.id;
import static io.countersign.invitation.Listings.workload;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.ListedForPages;
import io.countersign.PageTest;
import io.countersign.Pages;
import io.countersign.Pages.Page;
import io.countersign.batch.Batch;
import io.countersign.batch.execution.BatchJobScheduler;
import io.countersign.connection.AwsFailure;
import io.countersign.connection.FakeShareInvitations;
import io.countersign.connection.InvitationId;
import io.countersign.connection.Permission;
import io.countersign.connection.ResourceType;
import io.countersign.connection.api.ListOutcome;
import io.countersign.connection.api.UpdateOutcome;
import io.countersign.connection.api.UpdatedInvitation;
import io.countersign.invitation.InvitationFingerprint;
import io.countersign.invitation.InvitationRepository;
import io.countersign.running.Await;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Pages of bulk decisions. Each test uses different invitations. */
@PageTest
@TestPropertySource(properties = {"countersign.batch.most=20", "countersign.batch.at-once=2"})
class BatchPagesTests {

    private static final String REASON = "Agreed with all of them in ticket 4711.";
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final int LISTED = ListedForPages.PLAIN;

    @Autowired
    Pages pages;

    @Autowired
    FakeShareInvitations aws;

    @Autowired
    BatchRepository batches;

    @Autowired
    BatchJobScheduler jobs;

    @Autowired
    BatchItemRepository items;

    @Autowired
    InvitationRepository invitations;

    @Autowired
    JdbcClient jdbc;

    private final CountDownLatch gate = new CountDownLatch(1);

    @BeforeEach
    void read() throws Exception {
        pages.refresh();
    }

    @AfterEach
    void open() {
        gate.countDown();
        aws.answers(BatchPagesTests::confirmed);
    }

    @Test
    void previewsTheSelectionAndDecidesEachInvitationWithTheSameReason() throws Exception {
        String draft = choose("ACCEPT", ids(LISTED, 3));
        Page shown = pages.open(draft, "reviewer");
        assertThat(shown.body())
                .contains("Accept 3 invitations?", "Plain 1000", "Plain 1002", "Nothing is decided yet")
                .doesNotContain("can’t be decided");
        assertThat(aws.updated()).doesNotContain(id(LISTED));

        assertThat(start(draft, "1", "3").location()).isEqualTo(draft);
        Page result = completed(draft);
        assertThat(result.body()).contains("2 of 2 done", "2 accepted", REASON).doesNotContain("Plain 1001");
        assertThat(aws.updated())
                .containsOnlyOnce(id(LISTED))
                .containsOnlyOnce(id(LISTED + 2))
                .doesNotContain(id(LISTED + 1));
        assertThat(entries(number(draft)))
                .containsExactly(
                        "bulk decision " + number(draft) + " started: accept 2 invitations",
                        "bulk decision " + number(draft) + " ended: 2 confirmed");
        long decision = items.of(number(draft)).get(0).decision();
        assertThat(pages.open("/decisions/" + decision, "reviewer").body()).contains("/batches/" + number(draft));
    }

    @Test
    void insertsTheLastReasonOfTheUser() throws Exception {
        String first = choose("REJECT", ids(LISTED + 25, 1));
        start(first, "1");
        completed(first);
        String second = choose("REJECT", ids(LISTED + 26, 2));
        assertThat(pages.open(second, "reviewer").body()).contains("data-text=\"" + REASON + "\"");
        Page filled = pages.submit(
                second + "/drafts", "reviewer", Map.of("last", "true", "reason", "Not needed.", "item", "2"));
        assertThat(filled.body()).contains("Not needed.\n" + REASON + "</textarea>");
        assertThat(batches.find(number(second)).orElseThrow().draft()).isTrue();
    }

    @Test
    void previewStatesTheRiskAndLeavesContributorPermissionsUnselected() throws Exception {
        // the other tests decide invitations of this owner
        jdbc.sql("delete from decided_owner").update();
        List<String> selected =
                List.of(id(LISTED).value(), id(ListedForPages.MARKUP).value());
        String accepted = pages.open(choose("ACCEPT", selected), "reviewer").body();
        assertThat(text(accepted))
                .contains("2 invitations for 2 resources")
                .contains("1 read-only, 1 Contributor · 2 from 1 new owner")
                .containsSubsequence("Review these one by one (1)", "Urgent", "Other invitations (1)", "Plain 1000")
                .containsSubsequence("Plain 1000", "Reason for all");
        assertThat(accepted)
                .containsPattern("name=\"item\" value=\"1\"[^>]*checked")
                .doesNotContainPattern("name=\"item\" value=\"2\"[^>]*checked");
        assertThat(pages.open(choose("REJECT", selected), "reviewer").body())
                .contains("1 Contributor")
                .containsPattern("name=\"item\" value=\"2\"[^>]*checked")
                .doesNotContain("Review these one by one");
    }

    @Test
    void invitationsOfAPreviewLeadBackToIt() throws Exception {
        String draft = choose("ACCEPT", List.of(id(LISTED).value()));
        String back = "batch=" + number(draft);
        assertThat(pages.open(draft, "reviewer").body())
                .containsPattern("href=\"/invitations/" + id(LISTED).value() + "[?][^\"]*" + back + "\"");
        String path = "/invitations/" + id(LISTED).value();
        assertThat(pages.open(path + "?" + back, "reviewer").body())
                .contains("href=\"/batches/" + number(draft) + "\">Bulk decision</a>");
        assertThat(pages.open(path, "reviewer").body()).doesNotContain(">Bulk decision</a>");
    }

    private static String text(String body) {
        return body.replaceAll("(?s)<[^>]*>", "").replaceAll("\\s+", " ");
    }

    @Test
    void rejectsRowsThatAreNotInTheTable() throws Exception {
        String draft = choose("REJECT", ids(LISTED + 60, 2));
        for (String invalid : List.of("x", "-1", "3", "99999999999", "")) {
            Page page = start(draft, "1", invalid);
            assertThat(page.status()).as(invalid).isEqualTo(400);
            assertThat(page.body()).contains("Select only rows of this table", REASON);
        }
        assertThat(batches.find(number(draft))).map(Batch::state).contains(Batch.State.DRAFT);
    }

    @Test
    void returnsTheReasonOfASecondStart() throws Exception {
        String draft = choose("REJECT", ids(LISTED + 99, 1));
        completed(startAll(draft));
        Page second = pages.submit(
                draft + "/start", "reviewer", List.of("item", "1", "reason", "Typed in a second window, with care."));
        assertThat(second.status()).isEqualTo(302);
        assertThat(String.valueOf(second.flash()))
                .contains("was started before", "Typed in a second window, with care.");
        assertThat(pages.submit(draft + "/start", "reviewer", List.of("item", "1", "reason", REASON))
                        .flash())
                .isNull();
    }

    @Test
    void saysThatTheSelectionOfASecondStartIsNotUsed() throws Exception {
        String draft = choose("REJECT", ids(LISTED + 28, 2));
        start(draft, "1");
        completed(draft);
        assertThat(String.valueOf(start(draft, "2").flash())).contains("was started before");
    }

    @Test
    void acceptsTheLongestFilter() throws Exception {
        String longest = "Ж".repeat(200);
        String draft = String.valueOf(pages.submit(
                        "/batches?text=" + longest + "&holder=" + longest,
                        "reviewer",
                        List.of("action", "REJECT", "select", id(LISTED + 12).value()))
                .location());
        assertThat(pages.open(draft, "reviewer").body()).contains("Reject 1 invitation?");
    }

    @Test
    void leavesInvitationsOfAnotherAssigneeUnselected() throws Exception {
        String assigned = id(LISTED + 12).value();
        jdbc.sql("insert into claim values (:id, 'reviewer', 'reviewer', now(), now() + interval '1 h')")
                .param("id", assigned)
                .update();
        List<String> selection = List.of(
                "action",
                "REJECT",
                "select",
                assigned,
                "select",
                id(LISTED + 13).value());
        try {
            String draft =
                    String.valueOf(pages.submit("/batches", "lead", selection).location());
            String body = pages.open(draft, "lead").body();
            assertThat(text(body)).containsSubsequence("Review these one by one (1)", "Assigned to reviewer.");
            assertThat(body)
                    .containsPattern("name=\"item\" value=\"2\"[^>]*checked")
                    .doesNotContainPattern("name=\"item\" value=\"1\"[^>]*checked");
        } finally {
            jdbc.sql("delete from claim where invitation_id = :id")
                    .param("id", assigned)
                    .update();
        }
    }

    @Test
    void rejectsIndexedParameterNames() throws Exception {
        assertThat(pages.submit("/batches", "reviewer", List.of("action", "REJECT", "select[99999999]", "z"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void listsInvitationsThatCannotBeDecidedWithTheReason() throws Exception {
        String decided = id(LISTED + 10).value();
        completed(startAll(choose("REJECT", List.of(decided))));
        String pasted = "  abc;" + id(99) + "," + decided + "\n" + id(LISTED + 11) + "\r\n"
                + id(LISTED + 11).value().toUpperCase() + " <b>x</b>";

        Page answer = pages.submit("/batches", "reviewer", Map.of("action", "ACCEPT", "ids", pasted));
        assertThat(pages.follow(answer, "reviewer").body())
                .contains("Accept 1 invitation?", "5 can’t be decided")
                .contains(">abc<", "Not an invitation ID")
                .contains("No invitation with this ID was found")
                .contains("this ID is already in the list")
                .contains("&lt;b&gt;x&lt;/b&gt;")
                .contains("decided")
                .containsOnlyOnce("name=\"item\"");
    }

    @Test
    void reportsAnEmptySelectionAndTooManyInvitations() throws Exception {
        Page none = pages.submit("/batches", "reviewer", Map.of("action", "ACCEPT"));
        assertThat(none.location()).startsWith("/");
        assertThat(pages.follow(none, "reviewer").body()).contains("Select at least one invitation");

        Page empty = pages.submit("/batches", "reviewer", Map.of("ids", " , "));
        assertThat(empty.status()).isEqualTo(400);
        assertThat(empty.body()).contains("Enter at least one invitation ID", "Select accept or reject");

        String many = String.join(" ", ids(LISTED, 21));
        Page refused = pages.submit("/batches", "reviewer", Map.of("action", "REJECT", "ids", many));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("A bulk decision holds at most 20 invitations; you entered 21", many);
    }

    @Test
    void keepsTheInputOfAnIncompleteForm() throws Exception {
        String draft = choose("REJECT", ids(LISTED + 20, 2));
        Page page = pages.submit(draft + "/start", "reviewer", List.of("reason", "too short", "item", "2"));
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body())
                .contains("too short")
                .containsPattern("value=\"2\"[^>]*checked")
                .doesNotContainPattern("value=\"1\"[^>]*checked");
        assertThat(pages.submit(draft + "/start", "reviewer", Map.of("reason", REASON))
                        .body())
                .contains("Select at least one invitation", REASON);
        assertThat(batches.find(number(draft))).get().matches(Batch::draft);
    }

    @Test
    void asksBeforeLimitingAFilterWithTooManyMatches() throws Exception {
        String all = "/batches?account=111122223333&type=WORKLOAD&text=Plain";
        Page asked = pages.submit(all, "reviewer", Map.of("all", "ACCEPT"));
        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.body())
                .contains("invitations match this filter", "Nothing was started", "Preview the first 20");

        Page first = pages.submit(all, "reviewer", Map.of("all", "ACCEPT", "first", "true"));
        assertThat(pages.follow(first, "reviewer").body()).contains("Accept 20 invitations?", "Plain 10");
        assertThat(pages.follow(pages.submit("/batches?text=nowhere", "reviewer", Map.of("all", "REJECT")), "reviewer")
                        .body())
                .contains("No invitations match this filter anymore");
    }

    @Test
    void continuesAfterAFailureAndKeepsTheFailedItemSelected() throws Exception {
        InvitationId refused = id(LISTED + 31);
        aws.answers(id -> id.equals(refused)
                ? new UpdateOutcome.Refused(
                        new AwsFailure(AwsFailure.Kind.ACCESS_DENIED, "no such right", "AccessDenied", "r"))
                : confirmed(id));
        String first = choose("ACCEPT", ids(LISTED + 30, 3));
        Page result = completed(startAll(first));
        assertThat(result.body())
                .contains("3 of 3 done", "2 accepted", "Failed")
                .contains("<a href=\"#results\">1 not decided</a>", "<table class=\"list\" id=\"results\">");
        assertThat(result.body()).containsOnlyOnce("name=\"select\"").containsPattern(refused + "\"[^>]*checked");

        aws.answers(BatchPagesTests::confirmed);
        Page again = completed(startAll(choose("ACCEPT", List.of(refused.value()))));
        assertThat(again.body()).contains("1 of 1 done", "1 accepted");
        assertThat(pages.open(first, "reviewer").body())
                .contains("2 accepted", "1 not decided", "Failed")
                .doesNotContain("with another decision", "Another decision");
        assertThat(pages.open("/batches", "reviewer").body()).contains("2 accepted", "1 not decided");
    }

    @Test
    void namesTheDecisionThatCameFirstAndDoesNotOfferTheInvitationAgain() throws Exception {
        String draft = choose("REJECT", ids(LISTED + 95, 2));
        assertThat(acceptAsLead(id(LISTED + 95)).status()).isEqualTo(302);

        Page result = completed(startAll(draft));
        assertThat(result.body())
                .contains("2 of 2 done", "1 rejected", "1 with another decision", "View the decision of lead: accepted")
                .containsPattern("href=\"/decisions/[0-9]+\">View the decision of lead")
                .doesNotContain("not decided", "Reject selected", "name=\"select\"");
        assertThat(pages.open("/batches", "reviewer").body()).contains("1 rejected", "1 with another decision");
        assertThat(entries(number(draft))).last().asString().endsWith("ended: 1 confirmed, 1 overtaken");
    }

    @Test
    void showsTheCurrentResultOfTheDecisionThatCameFirst() throws Exception {
        InvitationId invitation = id(LISTED + 97);
        aws.answers(id -> {
            confirmedSlowly(id);
            return new UpdateOutcome.Refused(
                    new AwsFailure(AwsFailure.Kind.ACCESS_DENIED, "no such right", "AccessDenied", "r"));
        });
        String draft = choose("REJECT", List.of(invitation.value()));
        CompletableFuture<Page> accept = CompletableFuture.supplyAsync(() -> acceptAsLead(invitation));
        Await.until("the accept is being sent", TIMEOUT, () -> aws.updated().contains(invitation));

        assertThat(completed(startAll(draft)).body())
                .contains("1 with another decision", "View the decision of lead: accept being sent to AWS")
                .doesNotContain("Reject selected", "name=\"select\"");

        gate.countDown();
        accept.join();
        assertThat(pages.open(draft, "reviewer").body())
                .contains("1 not decided", "View the decision of lead: accept failed", "Reject selected…")
                .containsPattern(invitation + "\"[^>]*checked");
    }

    private Page acceptAsLead(InvitationId invitation) {
        try {
            return pages.submit(
                    "/invitations/" + invitation + "/decisions",
                    "lead",
                    Map.of(
                            "action",
                            "ACCEPT",
                            "reason",
                            REASON,
                            "fingerprint",
                            InvitationFingerprint.of(invitations
                                            .find(invitation)
                                            .orElseThrow()
                                            .listed())
                                    .value()));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void refusesAnInvitationThatChangedAfterThePreview() throws Exception {
        String draft = choose("ACCEPT", ids(LISTED + 40, 2));
        List<io.countersign.connection.ListedInvitation> now = new ArrayList<>(IntStream.range(LISTED, LISTED + 120)
                .mapToObj(number -> number == LISTED + 41
                        ? workload(number, "Plain " + number, Permission.CONTRIBUTOR)
                        : workload(number, "Plain " + number))
                .toList());
        aws.lists(RETAIL, ResourceType.WORKLOAD, new ListOutcome.Complete(now));

        Page result = completed(startAll(draft));
        assertThat(result.body()).contains("2 of 2 done", "1 accepted", "1 not decided", "Refused");
        assertThat(aws.updated()).doesNotContain(id(LISTED + 41));
    }

    @ParameterizedTest
    @CsvSource({"reviewer, 50", "lead, 110"})
    void stopsOnRequestAndSkipsWaitingItems(String stoppedBy, int first) throws Exception {
        aws.answers(this::confirmedSlowly);
        String batch = startAll(choose("REJECT", ids(LISTED + first, 10)));
        Await.until(
                "two items are in progress",
                TIMEOUT,
                () -> jdbc.sql("select count(*) from decision where batch_id = :batch")
                                .param("batch", number(batch))
                                .query(Integer.class)
                                .single()
                        == 2);
        assertThat(pages.open(batch, "reviewer").body())
                .contains("in progress", "0 of 10 done", "http-equiv=\"refresh\"");
        assertThat(pages.submit(batch + "/stop", "auditor", Map.of()).status()).isEqualTo(403);
        assertThat(pages.open(batch, "auditor").body()).doesNotContain(batch + "/stop");
        assertThat(pages.open(batch, stoppedBy).body()).contains(batch + "/stop");

        assertThat(pages.submit(batch + "/stop", stoppedBy, Map.of()).location())
                .isEqualTo(batch);
        gate.countDown();
        Await.until(
                "two items are confirmed",
                TIMEOUT,
                () -> items.counts(number(batch)).getOrDefault("CONFIRMED", 0) == 2);
        assertThat(pages.open(batch, "reviewer").body())
                .contains(
                        "was stopped",
                        "2 rejected",
                        "8 not decided",
                        "The bulk decision was stopped before this invitation");
        assertThat(aws.updated().stream().filter(id -> ids(LISTED + first, 10).contains(id.value())))
                .hasSize(2);
        assertThat(entries(number(batch))).last().asString().contains("stopped: 2 sending, 8 stopped");
    }

    @Test
    void showsDraftsToTheirUserAndStartedOnesToUsersWhoOverseeThem() throws Exception {
        String draft = choose("REJECT", ids(LISTED + 70, 1));
        for (String person : List.of("lead", "auditor")) {
            Page refused = pages.open(draft, person);
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.body())
                    .contains("You don’t have access", "This bulk decision belongs to another user.")
                    .doesNotContain("another team");
        }
        assertThat(pages.submit(draft + "/start", "lead", List.of("reason", REASON, "item", "1"))
                        .status())
                .isEqualTo(403);

        completed(startAll(draft));
        assertThat(pages.open(draft, "auditor").body()).contains(REASON).doesNotContain("name=\"select\"");
        assertThat(pages.open(draft, "lead").body()).contains(REASON).doesNotContain("name=\"select\"");
        for (String person : List.of("auditor", "lead")) {
            assertThat(pages.open("/batches", person).body()).contains("href=\"" + draft + "\"");
        }
        assertThat(pages.open("/batches/x", "auditor").status()).isEqualTo(404);
        assertThat(pages.open("/batches/987654", "auditor").status()).isEqualTo(404);
    }

    /** The lead shares only the team of the account of Logistics with the reviewer. */
    @Test
    void hidesBulkDecisionsFromALeadWhoSeesNoneOfTheirInvitations() throws Exception {
        team("Retail", "111122223333", "reviewer:REVIEWER");
        team("Logistics", "222233334444", "reviewer:REVIEWER", "lead:LEAD");
        try {
            String hidden = startAll(choose("REJECT", ids(LISTED + 64, 2)));
            completed(hidden);
            String partly = startAll(choose(
                    "REJECT",
                    List.of(id(LISTED + 66).value(), id(ListedForPages.LONG).value())));
            completed(partly);

            assertThat(pages.open(hidden, "lead").status()).isEqualTo(403);
            assertThat(pages.submit(hidden + "/stop", "lead", Map.of()).status())
                    .isEqualTo(403);
            assertThat(pages.open("/batches", "lead").body())
                    .contains("href=\"" + partly + "\"")
                    .doesNotContain("href=\"" + hidden + "\"");
            String body = pages.open(partly, "lead").body();
            assertThat(body)
                    .contains("2 of 2 done", "Invitation of another team")
                    .doesNotContain(REASON);
            assertThat(body.split("href=\"/decisions/", -1))
                    .as("one decision is linked")
                    .hasSize(2);
            assertThat(pages.submit(partly + "/stop", "lead", Map.of()).location())
                    .isEqualTo(partly);
            assertThat(pages.open(hidden, "reviewer").body()).contains("2 of 2 done", REASON);
            assertThat(pages.open(hidden, "auditor").status()).isEqualTo(200);
            assertThat(pages.open("/batches", "auditor").body()).contains("href=\"" + hidden + "\"");
        } finally {
            jdbc.sql("delete from team").update();
        }
    }

    private void team(String name, String account, String... members) {
        long team = jdbc.sql("insert into team (name, version, changed_at, changed_by)"
                        + " values (:name, 1, now(), 'x') returning id")
                .param("name", name)
                .query(Long.class)
                .single();
        jdbc.sql("insert into team_source (team_id, account_id, region) values (:team, :account, '')")
                .param("team", team)
                .param("account", account)
                .update();
        for (String member : members) {
            jdbc.sql("insert into team_member (team_id, person, role) values (:team, :person, :role)")
                    .param("team", team)
                    .param("person", member.split(":")[0])
                    .param("role", member.split(":")[1])
                    .update();
        }
    }

    @Test
    void stopsDecidingWhenTheUserLosesTheRight() throws Exception {
        String draft = choose("REJECT", ids(LISTED + 80, 2));
        jdbc.sql("update person set enabled = false where name = 'reviewer'").update();
        try {
            String body = completed(startAll(draft), "auditor").body();
            assertThat(body).contains("0 rejected", "2 not decided");
        } finally {
            jdbc.sql("update person set enabled = true where name = 'reviewer'").update();
        }
        assertThat(aws.updated()).doesNotContain(id(LISTED + 80), id(LISTED + 81));
    }

    @Test
    void resumesAfterACrashWithoutDecidingTwice() throws Exception {
        String batch = startAll(choose("REJECT", ids(LISTED + 90, 3)));
        completed(batch);
        // the state after a process that ended when two items were sent and not yet marked
        jdbc.sql("update batch_item set state = 'WAITING' where batch_id = :batch and position < 3")
                .param("batch", number(batch))
                .update();
        jdbc.sql("update batch set state = 'RUNNING', ended_at = null where id = :batch")
                .param("batch", number(batch))
                .update();
        jobs.sweep();

        assertThat(completed(batch).body()).contains("3 of 3 done", "3 rejected");
        assertThat(aws.updated().stream().filter(id -> ids(LISTED + 90, 3).contains(id.value())))
                .hasSize(3);
        assertThat(jdbc.sql("select count(*) from audit_entry where outcome = 'REFUSED' and invitation_id in (:ids)")
                        .param("ids", ids(LISTED + 90, 3))
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private String choose(String action, List<String> ids) throws Exception {
        List<String> fields = new ArrayList<>(List.of("action", action));
        ids.forEach(id -> fields.addAll(List.of("select", id)));
        return String.valueOf(pages.submit("/batches", "reviewer", fields).location());
    }

    private String startAll(String draft) throws Exception {
        String[] positions = items.of(number(draft)).stream()
                .map(item -> String.valueOf(item.position()))
                .toArray(String[]::new);
        assertThat(start(draft, positions).status()).isEqualTo(302);
        return draft;
    }

    private Page start(String draft, String... positions) throws Exception {
        List<String> fields = new ArrayList<>(List.of("reason", REASON));
        for (String position : positions) {
            fields.addAll(List.of("item", position));
        }
        return pages.submit(draft + "/start", "reviewer", fields);
    }

    private Page completed(String batch) throws Exception {
        return completed(batch, "reviewer");
    }

    private Page completed(String batch, String reader) throws Exception {
        Await.until(
                "the bulk decision is done",
                TIMEOUT,
                () -> batches.find(number(batch)).orElseThrow().state() == Batch.State.DONE);
        return pages.open(batch, reader);
    }

    private List<String> entries(long batch) {
        return jdbc.sql("select message from audit_entry where action = 'BATCH' and message like :batch order by seq")
                .param("batch", "bulk decision " + batch + " %")
                .query(String.class)
                .list();
    }

    private static long number(String batch) {
        return Long.parseLong(batch.replaceAll(".*/", ""));
    }

    private static List<String> ids(int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(number -> id(number).value())
                .toList();
    }

    private UpdateOutcome confirmedSlowly(InvitationId id) {
        try {
            assertThat(gate.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return confirmed(id);
    }

    private static UpdateOutcome confirmed(InvitationId id) {
        return new UpdateOutcome.Updated(
                new UpdatedInvitation(id.value(), "WORKLOAD", null, null, null, null, null), "request-1");
    }
}
