package io.countersign.decision.web;

import static io.countersign.invitation.Listings.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.ListedForPages;
import io.countersign.PageTest;
import io.countersign.Pages;
import io.countersign.Pages.Page;
import io.countersign.connection.AwsFailure;
import io.countersign.connection.FakeShareInvitations;
import io.countersign.connection.InvitationId;
import io.countersign.connection.api.UpdateOutcome;
import io.countersign.connection.api.UpdatedInvitation;
import io.countersign.invitation.InvitationFingerprint;
import io.countersign.invitation.InvitationRepository;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tests the way from one invitation to the next, without script. */
@PageTest
class FastReviewPageTests {

    private static final String REASON = "Agreed <with> ticket 4712";
    private static final AtomicInteger NEXT = new AtomicInteger(ListedForPages.PLAIN + 100);

    @Autowired
    Pages pages;

    @Autowired
    FakeShareInvitations aws;

    @Autowired
    InvitationRepository invitations;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void readAws() throws Exception {
        pages.refresh();
        aws.answers(id -> new UpdateOutcome.Updated(
                new UpdatedInvitation(id.value(), "WORKLOAD", null, null, null, null, null), "request-1"));
    }

    @AfterEach
    void reset() {
        jdbc.sql("delete from review_preference").update();
    }

    @Test
    void saysHowLongADecisionCanBeUndone() throws Exception {
        assertThat(review(id(ListedForPages.MARKUP), "lead"))
                .containsSubsequence("says-accept", "undo the decision for 10 s ", "sent to AWS at once");
    }

    @Test
    void opensTheNextInvitationWithTheFilterAndTheTrueResult() throws Exception {
        Page answer = decide(id(NEXT.getAndIncrement()), "lead", true);

        assertThat(answer.location()).matches("/invitations/[0-9a-f]{32}\\?text=Plain&sort=name&decided=\\d+");
        String decision = "/decisions/" + answer.location().replaceFirst(".*decided=", "");
        assertThat(pages.follow(answer, "lead").body())
                .contains("role=\"status\"", "href=\"" + decision + "?text=Plain&amp;sort=name\"", ">Accepted</strong>")
                .contains("name=\"next\" value=\"yes\" checked", ">Dismiss</a>");
        assertThat(pages.follow(answer, "auditor").body())
                .as("the choice is personal")
                .doesNotContain("checked");
    }

    @Test
    void neverShowsAnUnclearOrFailedResultAsSuccess() throws Exception {
        aws.answers(any ->
                new UpdateOutcome.Unclear(new AwsFailure(AwsFailure.Kind.CONNECTION_LOST, "no answer", null, null)));
        assertThat(pages.follow(decide(id(NEXT.getAndIncrement()), "lead", true), "lead")
                        .body())
                .contains("flash-warn", "Unclear: the decision may or may not have taken effect")
                .doesNotContain(">Accepted</strong>", "flash-ok");
        aws.answers(any -> new UpdateOutcome.Refused(
                new AwsFailure(AwsFailure.Kind.ACCESS_DENIED, "not allowed", "AccessDeniedException", null)));
        assertThat(pages.follow(decide(id(NEXT.getAndIncrement()), "lead", true), "lead")
                        .body())
                .contains("flash-no", "Failed: no changes were made")
                .doesNotContain(">Accepted</strong>", "flash-ok");
    }

    @Test
    void remembersTheChoiceUntilTheUserUnchecksIt() throws Exception {
        decide(id(NEXT.getAndIncrement()), "lead", true);
        InvitationId other = id(NEXT.getAndIncrement());
        assertThat(review(other, "lead")).contains("value=\"yes\" checked");
        assertThat(review(other, "reviewer")).doesNotContain("value=\"yes\" checked");

        assertThat(decide(other, "lead", false).location()).startsWith("/decisions/");

        assertThat(review(id(NEXT.getAndIncrement()), "lead")).doesNotContain("value=\"yes\" checked");
    }

    @Test
    void ignoresResultsThatDoNotExist() throws Exception {
        String path = "/invitations/" + id(NEXT.getAndIncrement());
        for (String parameter : new String[] {"?decided=999999", "?proposed=999999"}) {
            assertThat(pages.open(path + parameter, "lead").body()).doesNotContain("toast-notice");
        }
        Page malformed = pages.open(path + "?decided=many", "lead");
        assertThat(malformed.status()).isEqualTo(400);
        assertThat(malformed.body()).contains("decided");
    }

    @Test
    void insertsTheLastReasonOfTheUserAndOfNoOther() throws Exception {
        decide(id(NEXT.getAndIncrement()), "lead", false);
        InvitationId other = id(NEXT.getAndIncrement());
        assertThat(review(other, "lead")).contains("data-last-reason", "data-text=\"Agreed &lt;with&gt; ticket 4712\"");
        assertThat(review(other, "auditor")).doesNotContain("data-last-reason");

        Page drafted = pages.submit(
                "/invitations/" + other + "/drafts", "lead", Map.of("last", "true", "reason", "", "action", "REJECT"));

        assertThat(drafted.body()).contains(">Agreed &lt;with&gt; ticket 4712</textarea>", "value=\"REJECT\" checked");
        assertThat(pages.submit("/invitations/" + other + "/drafts", "lead", Map.of("last", "perhaps"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void tellsTheActivityInSentencesInEveryState() throws Exception {
        InvitationId invitation = id(NEXT.getAndIncrement());
        String path = "/invitations/" + invitation;
        review(invitation, "reviewer");
        pages.submit(path + "/assignment", "lead", Map.of("to", "reviewer", "from", ""));
        pages.submit(path + "/comments", "lead", Map.of("words", "Please <look>, @reviewer."));
        assertThat(review(invitation, "auditor"))
                .contains("Received from AWS", "reviewer opened it first")
                .contains(
                        "lead assigned it to reviewer", "lead commented and mentioned reviewer", "“Please &lt;look&gt;")
                .contains("href=\"/history?text=" + invitation)
                .containsPattern("less than a minute with reviewer</span>\\s*so far");

        Page decided = decide(invitation, "lead", false);

        assertThat(review(invitation, "auditor"))
                .contains(
                        "lead decided to accept it; sent to AWS",
                        "AWS confirmed the accept",
                        "“Agreed &lt;with&gt; ticket 4712”")
                .doesNotContain(" so far");
        assertThat(pages.open(decided.location(), "auditor").body())
                .containsPattern(
                        "Permission: reviewed Read-only, re-checked Read-only on <time [^>]*>.* UTC</time>, unchanged");
    }

    private Page decide(InvitationId invitation, String person, boolean next) throws Exception {
        Map<String, String> fields = new HashMap<>(Map.of(
                "action",
                "ACCEPT",
                "reason",
                REASON,
                "_next",
                "on",
                "fingerprint",
                InvitationFingerprint.of(
                                invitations.find(invitation).orElseThrow().listed())
                        .value()));
        if (next) {
            fields.put("next", "yes");
        }
        return pages.submit("/invitations/" + invitation + "/decisions?text=Plain&sort=name", person, fields);
    }

    private String review(InvitationId invitation, String person) throws Exception {
        return pages.open("/invitations/" + invitation, person).body();
    }
}
