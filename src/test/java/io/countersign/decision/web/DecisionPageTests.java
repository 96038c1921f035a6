package io.countersign.decision.web;

import static io.countersign.invitation.Listings.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.ListedForPages;
import io.countersign.PageTest;
import io.countersign.Pages;
import io.countersign.Pages.Page;
import io.countersign.connection.AwsFailure;
import io.countersign.connection.FakeShareInvitations;
import io.countersign.connection.InvitationAction;
import io.countersign.connection.InvitationId;
import io.countersign.connection.ResourceType;
import io.countersign.connection.api.DecisionSessionName;
import io.countersign.connection.api.ListOutcome;
import io.countersign.connection.api.UpdateOutcome;
import io.countersign.connection.api.UpdatedInvitation;
import io.countersign.decision.DecisionState;
import io.countersign.invitation.InvitationFingerprint;
import io.countersign.invitation.InvitationRepository;
import io.countersign.invitation.Listings;
import io.countersign.policy.Effect;
import io.countersign.policy.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.HtmlUtils;

/** Tests the pages of an invitation and of a decision. */
@PageTest
class DecisionPageTests {

    private static final String REASON = "Agreed <with> ticket 4711";
    private static final AtomicInteger NEXT = new AtomicInteger(ListedForPages.PLAIN);

    @Autowired
    Pages pages;

    @Autowired
    FakeShareInvitations aws;

    @Autowired
    InvitationRepository invitations;

    @Autowired
    MessageSource messages;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void readAws() throws Exception {
        pages.refresh();
        aws.answers(DecisionPageTests::confirmed);
    }

    @Test
    void preselectsNoAction() throws Exception {
        assertThat(review(undecided(), "reviewer"))
                .contains("value=\"ACCEPT\"", "value=\"REJECT\"", "<textarea")
                .doesNotContain("checked", "id=\"kept");
    }

    @Test
    void marksFactsThatAwsLeftOut() throws Exception {
        assertThat(review(id(ListedForPages.BARE), "reviewer")).contains("(no name)", ">—<");
        assertThat(review(id(ListedForPages.STRANGE), "reviewer"))
                .contains("OWNER_OF_ALL", "DASHBOARD", "Unknown resource type");
    }

    @Test
    void hidesAndRefusesTheFormForUsersWhoMayNotDecide() throws Exception {
        InvitationId invitation = undecided();
        assertThat(review(invitation, "auditor"))
                .contains(sentence("verdict.NOT_A_DECIDER"))
                .doesNotContain("value=\"ACCEPT\"", "id=\"kept");
        assertThat(decide(invitation, "auditor", "ACCEPT", REASON).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "'', Agreed in ticket 4711, Select accept or reject, #action",
        "DELETE, Agreed in ticket 4711, Select accept or reject, #action",
        "ACCEPT, too short, now 9, #reason",
        "REJECT, ............., not only punctuation, #reason"
    })
    void errorsStandAtTheirFieldsAndWhatWasTypedStays(String action, String reason, String problem, String link)
            throws Exception {
        Page page = decide(undecided(), "reviewer", action, reason);
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body())
                .contains("<title>Error: ", "role=\"alert\"", "href=\"" + link + "\"", problem)
                .contains(">" + reason + "</textarea>", "aria-invalid=\"true\"".repeat(link.equals("#reason") ? 1 : 0));
        if (action.equals("ACCEPT")) {
            assertThat(page.body()).containsPattern("value=\"ACCEPT\" checked");
        }
    }

    @Test
    void redirectsToTheDecisionAndKeepsTheFilter() throws Exception {
        InvitationId invitation = undecided();
        Page answer = pages.submit(
                "/invitations/" + invitation + "/decisions?text=Plain&sort=-name",
                "reviewer",
                Map.of("action", "ACCEPT", "reason", REASON, "fingerprint", fingerprint(invitation)));
        assertThat(answer.location()).matches("/decisions/\\d+\\?text=Plain&sort=-name");

        assertThat(shown(answer.location(), "reviewer"))
                .contains("Accepted", "Retail prod", "Confirmed", "“Agreed &lt;with&gt; ticket 4711”")
                .contains("Invitation ID", "request-1", "sort=-name")
                .doesNotContain("TemplateArn")
                .containsPattern("Next in queue|Back to queue")
                .containsPattern("<title>Plain \\d+ · Accepted · Countersign</title>")
                .doesNotContain("class=\"crumbs\"");
        assertThat(shown(answer.location(), "auditor"))
                .contains("Accepted", "request-1", "class=\"crumbs\"")
                .containsPattern("btn-primary\" href=\"/decisions/\\d+/timeline\"")
                .containsPattern("href=\"/history\" aria-current=\"page\"|aria-current=\"page\" href=\"/history\"")
                .doesNotContain("Next in queue", "Back to queue");
        assertThat(shown("/", "reviewer")).doesNotContain(invitation.value());
    }

    @Test
    void leadsBackToTheAuditLogIfItWasOpenedThere() throws Exception {
        String decision = decide(undecided(), "reviewer", "ACCEPT", REASON).location();
        for (String person : List.of("reviewer", "lead")) {
            assertThat(shown(decision + "?from=log", person))
                    .contains("class=\"crumbs\"")
                    .containsPattern("btn-primary\" href=\"/history\">Back to audit log<")
                    .containsPattern("href=\"/history\" aria-current=\"page\"|aria-current=\"page\" href=\"/history\"")
                    .doesNotContain("Next in queue", "Back to queue");
        }
        assertThat(shown(decision + "?from=log", "auditor"))
                .contains("class=\"crumbs\"")
                .containsPattern("btn-primary\" href=\"/decisions/\\d+/timeline\"");
    }

    @Test
    void leadsBackToTheFiltersOfTheAuditLog() throws Exception {
        String decision = decide(undecided(), "reviewer", "ACCEPT", REASON).location();
        String number = decision.replaceAll(".*/(\\d+).*", "$1");
        String log =
                shown("/history?text=" + REASON.replaceAll(" .*", "") + "&outcome=ALL&before=999999999", "auditor");
        Matcher link = Pattern.compile("href=\"(/decisions/" + number + "\\?from=log[^\"]*)\"")
                .matcher(log);
        assertThat(link.find()).isTrue();
        String back = "href=\"/history?outcome=ALL&amp;text=Agreed&amp;before=999999999\"";

        String page = shown(link.group(1).replace("&amp;", "&"), "reviewer");

        assertThat(page).containsPattern("btn-primary\" " + Pattern.quote(back) + ">Back to audit log<");
        Matcher timeline =
                Pattern.compile("href=\"(/decisions/\\d+/timeline[^\"]*)\"").matcher(page);
        assertThat(timeline.find()).isTrue();
        assertThat(shown(timeline.group(1), "auditor")).contains(back);
        assertThat(log).contains("href=\"" + timeline.group(1) + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"//example.org", "a=b%23c#d", "a=%22b", "%20"})
    void leadsBackToNoOtherPageThanTheAuditLog(String query) throws Exception {
        String decision = decide(undecided(), "reviewer", "ACCEPT", REASON).location();
        String page = shown(decision + "?from=log&log=" + query.replace("#", "%23"), "reviewer");
        assertThat(page).containsPattern("btn-primary\" href=\"/history\">Back to audit log<");
    }

    @ParameterizedTest
    @ValueSource(strings = {"queue", "LOG", "/elsewhere", "//example.org", "https://example.org/log"})
    void takesNoOtherPlaceFromTheAddress(String from) throws Exception {
        String decision = decide(undecided(), "reviewer", "ACCEPT", REASON).location();
        assertThat(shown(decision + "?from=" + from, "reviewer"))
                .containsPattern("Next in queue|Back to queue")
                .doesNotContain("class=\"crumbs\"", "Back to audit log", "href=\"" + from);
    }

    @Test
    void showsARejectedInvitation() throws Exception {
        assertThat(result(decide(undecided(), "lead", "REJECT", REASON))).contains("<h1 id=\"banner-title\">Rejected");
    }

    @Test
    void offersUndoOnlyUntilTheEndOfTheHold() throws Exception {
        String page = decide(undecided(), "reviewer", "ACCEPT", REASON).location();
        hold(page, "7 seconds");
        assertThat(shown(page, "reviewer"))
                .contains("On hold, not sent yet", "s at the earliest", "data-due=\"7\"", ">Undo<")
                .contains(sentence("decision.step.held"))
                .contains("Request to AWS", sentence("decision.returned.not-called"))
                .doesNotContain(sentence("decision.returned"));

        hold(page, "-1 second");
        assertThat(shown(page, "reviewer"))
                .contains("<h1 id=\"banner-title\">Sending<", "data-due=\"0\"", sentence("decision.step.held.over"))
                .doesNotContain(sentence("decision.step.held"), "On hold, not sent yet", "at the earliest", ">Undo<");
    }

    @Test
    void speaksOfAHoldInThePastOnceItIsOver() throws Exception {
        String page = decide(undecided(), "reviewer", "ACCEPT", REASON).location();
        hold(page, "7 seconds");
        pages.submit(page + "/withdrawal", "reviewer", Map.of());
        assertThat(shown(page, "reviewer"))
                .contains("Withdrawn by reviewer", sentence("decision.step.held.over"))
                .doesNotContain(sentence("decision.step.held"));
    }

    @Test
    void namesTheIamUserForWhomAloneTheInvitationIs() throws Exception {
        InvitationId invitation = undecided();
        String page = decide(invitation, "reviewer", "ACCEPT", REASON).location();
        String user = "The invitation is for the IAM user kim only, not for the whole account.";
        assertThat(shown(page, "reviewer")).doesNotContain("IAM user");
        jdbc.sql("update invitation set shared_with = 'arn:aws:iam::111122223333:user/kim' where invitation_id = :id")
                .param("id", invitation.value())
                .update();
        assertThat(shown(page, "reviewer")).containsPattern("(?s)banner-title\">Accepted.{0,900}" + user);
        assertThat(shown(page + "/timeline", "reviewer")).contains("Only the IAM user kim");
    }

    @Test
    void saysInTheQueueThatAReadConfirmedTheDecision() throws Exception {
        InvitationId invitation = undecided();
        String page = decide(invitation, "reviewer", "ACCEPT", REASON).location();
        String decided = "/?state=decided&text=" + invitation;
        assertThat(shown(decided, "lead")).contains(">by reviewer<");
        jdbc.sql("update decision set returned = false where id = :id")
                .param("id", Long.valueOf(page.replaceAll(".*/", "")))
                .update();
        assertThat(shown(decided, "lead"))
                .contains(">decided by reviewer, response lost<")
                .doesNotContain(">by reviewer<");
    }

    @Test
    void appliesTheFilterForSecondApprovalsToOpenInvitationsOnly() throws Exception {
        InvitationId invitation = undecided();
        decide(invitation, "reviewer", "REJECT", REASON);
        assertThat(shown("/?secondApproval=true&state=decided&text=" + invitation, "lead"))
                .contains(sentence("invitation.queue.second-approval"), ">by reviewer<")
                .doesNotContain("name=\"secondApproval\"");
        assertThat(shown("/?secondApproval=true", "lead"))
                .contains("name=\"secondApproval\"")
                .doesNotContain(sentence("invitation.queue.second-approval"));
    }

    private void hold(String decision, String left) {
        jdbc.sql("""
                        update decision set state = 'HELD', returned = false, answered_at = null, sent_at = null,
                          held_until = current_timestamp + cast(:left as interval), next_at = current_timestamp + interval '1 hour'
                        where id = :id""")
                .param("left", left)
                .param("id", Long.valueOf(decision.replaceAll(".*/", "")))
                .update();
    }

    @Test
    void tellsTheSecondUserWhoDecidedFirstAndKeepsTheReason() throws Exception {
        InvitationId invitation = undecided();
        decide(invitation, "lead", "ACCEPT", "Agreed in ticket 4711");

        Page second = decide(invitation, "reviewer", "REJECT", REASON);

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.body())
                .contains(sentence("verdict.DECIDED"), "View the decision of lead: accepted")
                .contains(">Agreed &lt;with&gt; ticket 4711</textarea>");
        assertThat(shown("/history?outcome=REFUSED&person=reviewer", "auditor")).contains(sentence("verdict.DECIDED"));
    }

    @Test
    void callsTheFirstDecisionAcceptedOnlyWhenAwsConfirmedIt() throws Exception {
        InvitationId invitation = undecided();
        List<String> meanwhile = new ArrayList<>();
        aws.answers(any -> {
            try {
                meanwhile.add(decide(invitation, "reviewer", "REJECT", REASON).body());
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            return new UpdateOutcome.Unclear(failure(AwsFailure.Kind.TIMEOUT));
        });
        decide(invitation, "lead", "ACCEPT", "Agreed in ticket 4711");
        assertThat(meanwhile)
                .singleElement()
                .asString()
                .contains("View the decision of lead: accept being sent to AWS")
                .doesNotContain("accepted just now");

        assertThat(decide(invitation, "reviewer", "REJECT", REASON).body())
                .contains("View the decision of lead: accept unclear");
    }

    @Test
    void asksBeforeARejectEndsAnAccessThatWasAcceptedElsewhere() throws Exception {
        InvitationId invitation = undecided();
        ListOutcome before = aws.list(Listings.RETAIL, ResourceType.WORKLOAD);
        aws.update(
                Listings.RETAIL, invitation, InvitationAction.ACCEPT, new DecisionSessionName("console", 0), any -> {});
        aws.lists(
                Listings.RETAIL,
                ResourceType.WORKLOAD,
                new ListOutcome.Complete(before.seen().stream()
                        .filter(listed -> !listed.id().equals(invitation))
                        .toList()));
        try {
            Page asked = decide(invitation, "reviewer", "REJECT", REASON);
            assertThat(asked.status()).isEqualTo(409);
            assertThat(asked.body())
                    .contains(sentence("verdict.ACCEPTED_ELSEWHERE"), "name=\"leaving\" value=\"yes\"")
                    .contains(">Agreed &lt;with&gt; ticket 4711</textarea>", "value=\"REJECT\" checked")
                    .doesNotContain("value=\"ACCEPT\"");
            for (String person : List.of("reviewer", "lead")) {
                assertThat(review(invitation, person))
                        .contains(
                                "Certain: AWS confirms it.",
                                sentence("decision.leaving"),
                                "name=\"leaving\" value=\"yes\"")
                        .doesNotContain("value=\"ACCEPT\"", sentence("verdict.GONE"), "appears");
            }
            assertThat(review(invitation, "auditor")).doesNotContain("name=\"leaving\"");

            Page confirmed = pages.submit(
                    "/invitations/" + invitation + "/decisions",
                    "reviewer",
                    Map.of(
                            "action",
                            "REJECT",
                            "reason",
                            REASON,
                            "fingerprint",
                            fingerprint(invitation),
                            "leaving",
                            "yes"));
            assertThat(result(confirmed)).contains("Rejected", sentence("decision.step.listed.leaving"));
            assertThat(shown("/history?person=reviewer&outcome=CONFIRMED&action=REJECT", "auditor"))
                    .contains("confirmed: ends an access that was accepted elsewhere");
        } finally {
            aws.lists(Listings.RETAIL, ResourceType.WORKLOAD, before);
        }
    }

    @ParameterizedTest
    @EnumSource(
            names = {"CONFLICT", "NOT_FOUND", "STOPPED"},
            mode = EnumSource.Mode.EXCLUDE)
    void explainsEveryRefusalOfAws(AwsFailure.Kind kind) throws Exception {
        aws.answers(any -> new UpdateOutcome.Refused(failure(kind)));
        assertThat(result(decide(undecided(), "reviewer", "ACCEPT", REASON)))
                .contains("no changes were made", sentence("failure." + kind), "CodeOfAws", "in &lt;AWS’s&gt; words");
    }

    @ParameterizedTest
    @EnumSource(names = {"CONFLICT", "NOT_FOUND"})
    void showsAnAmbiguousRefusalAsUnclear(AwsFailure.Kind kind) throws Exception {
        aws.answers(any -> new UpdateOutcome.Refused(failure(kind)));
        assertThat(result(decide(undecided(), "reviewer", "ACCEPT", REASON)))
                .contains("the decision may or may not have taken effect", sentence("failure." + kind))
                .contains(sentence("decision.what-next.UNKNOWN"));
    }

    @ParameterizedTest
    @EnumSource(names = "STOPPED", mode = EnumSource.Mode.EXCLUDE)
    void explainsEveryUnclearAnswerAndMarksTheRow(AwsFailure.Kind kind) throws Exception {
        aws.answers(any -> new UpdateOutcome.Unclear(failure(kind)));
        InvitationId invitation = undecided();
        assertThat(result(decide(invitation, "reviewer", "ACCEPT", REASON)))
                .contains("the decision may or may not have taken effect", sentence("failure." + kind));
        assertThat(review(invitation, "lead")).contains(sentence("verdict.UNCLEAR"));
        assertThat(shown("/?text=" + invitation, "lead")).contains(">Unclear<");
    }

    @Test
    void showsThatADecisionIsBeingSent() throws Exception {
        List<String> meanwhile = new ArrayList<>();
        InvitationId invitation = undecided();
        aws.answers(any -> {
            try {
                meanwhile.add(shown("/?text=" + invitation, "lead"));
                meanwhile.add(review(invitation, "lead"));
                String number = meanwhile.get(1).replaceAll("(?s).*href=\"/decisions/(\\d+).*", "$1");
                meanwhile.add(shown("/decisions/" + number, "lead"));
            } catch (Exception e) {
                throw new AssertionError(e);
            }
            return confirmed(any);
        });
        decide(invitation, "reviewer", "ACCEPT", REASON);

        assertThat(meanwhile.get(0)).contains(">Sending<");
        assertThat(meanwhile.get(1)).contains(sentence("verdict.BEING_SENT"));
        assertThat(meanwhile.get(2)).contains("Sending", "Waiting for AWS to respond");
    }

    @Test
    void hasAMessageForEveryKey() {
        for (Verdict verdict : Verdict.values()) {
            assertThat(sentence("verdict." + verdict)).isNotBlank();
        }
        assertThat(sentence("verdict.BLOCKED")).isNotBlank();
        for (AwsFailure.Kind kind : AwsFailure.Kind.values()) {
            assertThat(sentence("failure." + kind + ".short")).isNotBlank();
        }
        for (DecisionState state : DecisionState.values()) {
            assertThat(sentence("site.state." + state)).isNotBlank();
        }
        for (Effect effect : Effect.values()) {
            assertThat(sentence("decision.effect." + effect)).isNotBlank();
            assertThat(sentence("decision.step.saw." + effect)).isNotBlank();
        }
    }

    @ParameterizedTest
    @CsvSource({"'', does not identify the version of the invitation you saw", "abc, incorrectly"})
    void refusesAFormWithoutAFingerprint(String fingerprint, String problem) throws Exception {
        Page page = decide(undecided(), "reviewer", "ACCEPT", REASON, fingerprint);
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body())
                .contains(problem, "Nothing was sent", ">Agreed &lt;with&gt; ticket 4711</textarea>")
                .containsPattern("name=\"fingerprint\" value=\"[0-9a-f]{64}\"");
    }

    @Test
    void refusesAnUnknownFingerprintAndKeepsTheReason() throws Exception {
        Page page = decide(undecided(), "reviewer", "ACCEPT", REASON, "0".repeat(64));
        assertThat(page.status()).isEqualTo(409);
        assertThat(page.body())
                .contains(sentence("verdict.CHANGED"), sentence("decision.drift.unknown"))
                .contains(">Agreed &lt;with&gt; ticket 4711</textarea>", "value=\"ACCEPT\" checked");
    }

    @Test
    void refusesUnknownAndMalformedIds() throws Exception {
        assertThat(pages.open("/invitations/" + id(99), "reviewer").status()).isEqualTo(404);
        assertThat(pages.open("/decisions/999999", "reviewer").status()).isEqualTo(404);
        assertThat(pages.open("/decisions/0", "reviewer").status()).isEqualTo(404);
        for (String path : List.of(
                "/invitations/ABC",
                "/decisions/x",
                "/decisions/0x1",
                "/decisions/%231",
                "/decisions/%20",
                "/batches/0x1")) {
            assertThat(pages.open(path, "reviewer").status()).isEqualTo(404);
        }
    }

    private static InvitationId undecided() {
        return id(NEXT.getAndIncrement());
    }

    private Page decide(InvitationId invitation, String person, String action, String reason) throws Exception {
        return decide(invitation, person, action, reason, fingerprint(invitation));
    }

    private Page decide(InvitationId invitation, String person, String action, String reason, String fingerprint)
            throws Exception {
        return pages.submit(
                "/invitations/" + invitation + "/decisions",
                person,
                Map.of("action", action, "reason", reason, "fingerprint", fingerprint));
    }

    /** The fingerprint in the form of a user who may decide. */
    private String fingerprint(InvitationId invitation) {
        return InvitationFingerprint.of(
                        invitations.find(invitation).orElseThrow().listed())
                .value();
    }

    private String result(Page answer) throws Exception {
        assertThat(answer.location()).isNotNull();
        return shown(answer.location(), "reviewer");
    }

    private String review(InvitationId invitation, String person) throws Exception {
        return shown("/invitations/" + invitation, person);
    }

    private String shown(String path, String person) throws Exception {
        Page page = pages.open(path, person);
        assertThat(page.status()).isEqualTo(200);
        return page.body();
    }

    /** The message as HTML. */
    private String sentence(String key) {
        return HtmlUtils.htmlEscape(messages.getMessage(key, new Object[0], Locale.ENGLISH), "UTF-8");
    }

    private static UpdateOutcome confirmed(InvitationId id) {
        return new UpdateOutcome.Updated(
                new UpdatedInvitation(id.value(), "WORKLOAD", null, null, null, null, null), "request-1");
    }

    private static AwsFailure failure(AwsFailure.Kind kind) {
        return new AwsFailure(kind, "in <AWS’s> words", "CodeOfAws", "request");
    }
}
