package io.countersign.decision.web;

import static io.countersign.invitation.Listings.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.ListedForPages;
import io.countersign.PageTest;
import io.countersign.Pages;
import io.countersign.Pages.Page;
import io.countersign.authority.EffectiveValues;
import io.countersign.authority.ValueKind;
import io.countersign.connection.FakeShareInvitations;
import io.countersign.connection.InvitationId;
import io.countersign.decision.persistence.ProposalRepository;
import io.countersign.identity.FormPassword;
import io.countersign.identity.TestRecentAuthentication;
import io.countersign.identity.signin.SignInThrottle;
import io.countersign.invitation.InvitationRepository;
import io.countersign.policy.LooseningRule;
import io.countersign.site.Dates;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Tests the pages of the second approval. Here, every invitation to the account Retail prod requires one. */
@PageTest
@Import({ApprovalPageTests.Fresh.class, DecisionForms.class, TestRecentAuthentication.class})
@TestPropertySource(
        properties = {
            "countersign.second-approval.rules[0].account=111122223333",
            "countersign.second-approval.rules[0].needs=second-approval",
            "countersign.second-approval.rules[1].type=LENS,PROFILE",
            "countersign.second-approval.rules[1].owner=blocked",
            "countersign.second-approval.rules[1].needs=lead",
            "countersign.people[3].name=admin",
            "countersign.people[3].password=" + PageTest.HASH,
            "countersign.people[3].roles=ADMIN"
        })
class ApprovalPageTests {

    private static final String CORRECT = "demo";
    private static final String REASON = "Agreed <with> ticket 4711";
    private static final String BECAUSE = "I have <looked> at it as well";
    private static final String EMERGENCY =
            "No member of the team is available, and the <auditors> need it before noon.";
    private static final AtomicInteger NEXT = new AtomicInteger(ListedForPages.PLAIN);

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    FakeShareInvitations aws;

    @Autowired
    EffectiveValues effective;

    @Autowired
    InvitationRepository invitations;

    @Autowired
    ProposalRepository proposals;

    @Autowired
    DecisionForms forms;

    @Autowired
    TestRecentAuthentication authentication;

    /** A correct password in a form makes the authentication recent. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Fresh {
        @Bean
        @Primary
        FormPassword passwordInTests(
                @Qualifier("submittedPassword") FormPassword password, TestRecentAuthentication authentication) {
            return (request, response) -> {
                FormPassword.Check check = password.check(request, response);
                if (check.recent()) {
                    authentication.become(true);
                }
                return check;
            };
        }
    }

    @BeforeEach
    void readAws() throws Exception {
        pages.refresh();
        authentication.become(true);
    }

    @Test
    void showsAProposalAsUnsentAndPending() throws Exception {
        InvitationId invitation = next();
        assertThat(review(invitation, "reviewer"))
                .contains(
                        ">Pending</span>",
                        "Needs a second approval.",
                        "Propose to accept",
                        "value=\"ACCEPT\"",
                        "href=\"/rules\"");

        Page answer = decide(invitation, "reviewer", "ACCEPT");

        assertThat(answer.location()).isEqualTo("/invitations/" + invitation + "?proposed=" + open(invitation));
        assertThat(shown(answer.location(), "reviewer"))
                .contains("Waiting for a second approval", "It can be approved by <bdi>lead</bdi>.")
                .doesNotContain("toast-notice");
        assertThat(review(invitation, "reviewer"))
                .contains(
                        "Proposed by reviewer",
                        "Waiting for approval.",
                        "Nothing is sent until a second user approves.")
                .contains("“Agreed &lt;with&gt; ticket 4711”", "Withdraw proposal", ">Waiting for approval</span>")
                .doesNotContain("Approve and accept", "value=\"ACCEPT\"", ">Pending</span>");
        assertThat(shown("/invitations/" + invitation + "?state=waiting", "reviewer"))
                .containsPattern("<span class=\"coverage\">\\d+ of \\d+<");
        assertThat(review(invitation, "lead"))
                .as("it is not among the pending ones")
                .doesNotContain("<span class=\"coverage\">");
        assertThat(review(invitation, "admin"))
                .contains("except in an emergency: an admin can accept alone.", "Break-glass: accept without")
                .doesNotContain("Only reviewers and leads decide invitations.<");
        assertThat(review(invitation, "auditor"))
                .contains("Only reviewers and leads decide invitations.<")
                .contains("Proposed by reviewer")
                .doesNotContain("Approve and accept", "Return to proposer", "Withdraw");
        assertThat(shown("/?text=" + invitation, "lead"))
                .contains("1 waiting for approval: show")
                .doesNotContain("Proposed by reviewer");
        assertThat(shown("/?state=waiting&text=" + invitation, "lead"))
                .contains("Proposed by reviewer", "href=\"/proposals\"");
        assertThat(shown("/proposals", "reviewer")).contains(invitation.value(), "Not you: you proposed it");
        assertThat(shown("/proposals", "lead")).contains(invitation.value()).doesNotContain("Not you");
        assertThat(aws.updated()).doesNotContain(invitation);
    }

    @Test
    void saysBeforeAProposalThatNoOtherUserCanApprove() throws Exception {
        InvitationId invitation = next();
        String missing =
                "No other user can approve this. Ask an admin to add a reviewer or lead, or to accept with break-glass.";
        assertThat(review(invitation, "lead")).doesNotContain(missing);
        jdbc.sql("update person set enabled = false where name = 'reviewer'").update();
        try {
            assertThat(review(invitation, "lead")).contains("Propose to accept", missing);
            assertThat(review(invitation, "auditor")).doesNotContain(missing);
            decide(invitation, "lead", "ACCEPT");
            assertThat(review(invitation, "lead")).contains("Waiting for a second approval", missing);
            forms.withdraw(invitation, "lead");
        } finally {
            jdbc.sql("update person set enabled = true where name = 'reviewer'").update();
        }
    }

    @Test
    void saysWhatTheBlockOfAnOwnerMeansAndWhichRuleApplies() throws Exception {
        InvitationId lens = id(ListedForPages.LENS);
        block(lens);
        try {
            assertThat(review(lens, "reviewer"))
                    .contains(
                            "A lead blocked this owner. To accept, one person proposes and a lead approves; one person can reject.")
                    .contains("Rule: Accepting a custom lens, or a profile with any permission from a blocked owner"
                            + " to any connected account requires approval by a lead.");
            InvitationId template = id(ListedForPages.FORMULA);
            block(template);
            assertThat(review(template, "reviewer"))
                    .contains(
                            "A lead blocked this owner, but no rule requires a second approval: one person can accept or reject.")
                    .doesNotContain("Rule: ");
        } finally {
            jdbc.sql("delete from owner_account").update();
            jdbc.sql("delete from value_change where kind = 'OWNER'").update();
        }
        assertThat(review(lens, "reviewer")).doesNotContain("A lead blocked this owner");
    }

    private void block(InvitationId invitation) throws Exception {
        String owner = String.valueOf(
                invitations.find(invitation).orElseThrow().listed().sharedBy());
        pages.submit(
                "/owners",
                "lead",
                Map.of(
                        "accountId",
                        owner,
                        "name",
                        "Contoso",
                        "membership",
                        "EXTERNAL",
                        "trust",
                        "BLOCKED",
                        "note",
                        ""));
    }

    @Test
    void showsBothNamesAfterAConfirmation() throws Exception {
        InvitationId invitation = next();
        decide(invitation, "reviewer", "ACCEPT");
        assertThat(review(invitation, "lead"))
                .containsOnlyOnce("name=\"reason\"")
                .containsSubsequence(
                        "value=\"ACCEPT\"><span><strong>Approve and accept<",
                        "value=\"RETURN\"><span><strong>Return to proposer<",
                        "value=\"REJECT\"><span><strong>Reject<");

        Page made = answer(invitation, "ACCEPT", "lead", BECAUSE);

        assertThat(made.location()).startsWith("/decisions/");
        assertThat(aws.updated()).contains(invitation);
        assertThat(shown(made.location(), "auditor"))
                .contains(
                        "Second approval",
                        "Proposed by reviewer",
                        "<bdi>lead</bdi>",
                        "“I have &lt;looked&gt; at it as well”");
        assertThat(shown(made.location() + "/timeline", "auditor"))
                .contains("proposed by reviewer", "reviewer proposed to accept it", "lead approved the proposal")
                .doesNotContain("none → ");
        assertThat(shown("/history?text=" + invitation, "auditor")).contains("proposed by reviewer", ">Propose<");
        assertThat(review(invitation, "auditor")).contains("lead approved the proposal");
        assertThat(shown("/?state=decided&text=" + invitation, "auditor"))
                .contains("by lead")
                .doesNotContain("Break-glass");

        store(invitation, "HELD", "null");
        assertThat(shown(made.location(), "auditor"))
                .contains("reviewer, lead, a lead of the team, or an admin can undo it until then");
        store(invitation, "CONFIRMED", "now()");
    }

    @Test
    void saysInTheQueueThatTwoUsersApprovedADecisionOnHold() throws Exception {
        InvitationId invitation = next();
        decide(invitation, "reviewer", "ACCEPT");
        answer(invitation, "ACCEPT", "lead", BECAUSE);
        store(invitation, "HELD", "null");
        jdbc.sql("""
                        update invitation set state = 'PENDING', held = true,
                          open_decision = (select id from decision where decision.invitation_id = invitation.invitation_id)
                        where invitation_id = :id""").param("id", invitation.value()).update();
        try {
            assertThat(shown("/?state=held&text=" + invitation, "auditor"))
                    .containsPattern("Approved by 2, sends in (59|60) s<")
                    .doesNotContain("On hold, sends in");
        } finally {
            store(invitation, "CONFIRMED", "now()");
            jdbc.sql(
                            "update invitation set state = 'ACCEPTED', held = false, open_decision = null where invitation_id = :id")
                    .param("id", invitation.value())
                    .update();
        }
    }

    /** Stores a state of the decision of an invitation, with a hold that ends in a minute. */
    private void store(InvitationId invitation, String state, String answeredAt) {
        jdbc.sql("""
                        update decision set state = '%s', answered_at = %s, held_until = now() + interval '1 minute'
                        where invitation_id = :id""".formatted(state, answeredAt))
                .param("id", invitation.value())
                .update();
    }

    @Test
    void refusesTheProposer() throws Exception {
        InvitationId invitation = next();
        decide(invitation, "reviewer", "ACCEPT");

        Page page = answer(invitation, "ACCEPT", "reviewer", BECAUSE);

        assertThat(page.status()).isEqualTo(403);
        assertThat(page.body())
                .contains(
                        "Decision not sent",
                        "cannot approve their own proposals",
                        "I have &lt;looked&gt; at it as well");
        assertThat(answer(invitation, "RETURN", "reviewer", BECAUSE).status()).isEqualTo(403);
    }

    @Test
    void countsAUserAndTheAdminWhoGaveThePasswordAsOneUntilAnotherUserConfirms() throws Exception {
        effective.change(ValueKind.USER_PASSWORD, "lead", "old", "new", "eve");
        effective.change(ValueKind.USER, "reviewer", null, "REVIEWER", "eve");
        try {
            InvitationId invitation = next();
            decide(invitation, "reviewer", "ACCEPT");
            String confirmation = "/rules/changes/" + changeOf("lead") + "/confirmation";

            Page refused = answer(invitation, "ACCEPT", "lead", BECAUSE);
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.body()).contains("users who have their account or password from the same admin");
            assertThat(shownAfter(pages.submit(confirmation, "lead", Map.of()), "lead"))
                    .contains("A different person must confirm this change");
            assertThat(textOf(shown("/rules", "lead")))
                    .contains("Password of lead: changed", "Roles of reviewer: none → Reviewer");

            pages.submit(confirmation, "admin", Map.of());
            assertThat(answer(invitation, "ACCEPT", "lead", BECAUSE).status()).isEqualTo(302);
        } finally {
            forget(ValueKind.USER_PASSWORD, "lead");
            forget(ValueKind.USER, "reviewer");
        }
    }

    @Test
    void countsTheNamesakeOfTheAdminWhoGaveThePasswordAsThisAdmin() throws Exception {
        jdbc.sql("""
                        insert into person (name, password_hash, roles, enabled, changed_at, origin)
                        values ('reviewer@example.com', '', 'ADMIN', true, now(), 'PROVIDER')""").update();
        effective.change(ValueKind.USER_PASSWORD, "lead", "old", "new", "reviewer@example.com");
        try {
            InvitationId invitation = next();
            decide(invitation, "reviewer", "ACCEPT");
            assertThat(answer(invitation, "ACCEPT", "lead", BECAUSE).status()).isEqualTo(403);
        } finally {
            forget(ValueKind.USER_PASSWORD, "lead");
            jdbc.sql("delete from person where origin = 'PROVIDER'").update();
        }
    }

    @Test
    void countsAUserOfAProviderAndTheUserOfTheSameNameAsOne() throws Exception {
        jdbc.sql("update person set name = 'REVIEWER@example.com', origin = 'PROVIDER' where name = 'lead'")
                .update();
        try {
            InvitationId invitation = next();
            decide(invitation, "reviewer", "ACCEPT");

            Page refused = answer(invitation, "ACCEPT", "REVIEWER@example.com/LEAD", BECAUSE);

            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.body()).contains("a user of an identity provider and a user of a similar name");
        } finally {
            jdbc.sql("update person set name = 'lead', origin = 'CONFIGURATION' where name = 'REVIEWER@example.com'")
                    .update();
        }
    }

    @Test
    void allowsANewProposalAfterAReturn() throws Exception {
        InvitationId invitation = next();
        decide(invitation, "reviewer", "ACCEPT");
        long first = open(invitation);

        Page page = answer(invitation, "RETURN", "lead", BECAUSE);

        assertThat(shownAfter(page, "lead"))
                .contains("The proposal was returned to the proposer.", "lead returned the proposal");
        Page late =
                pages.submit("/proposals/" + first + "/answer", "lead", forms.decision(invitation, "ACCEPT", BECAUSE));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains("no longer open", ">I have &lt;looked&gt; at it as well</textarea>");
        assertThat(shown("/?view=all", "reviewer")).contains("href=\"/proposals#sent-back-title\"");
        assertThat(shown("/proposals", "reviewer"))
                .contains("Returned to you", invitation.value(), "I have &lt;looked&gt; at it as well");
        assertThat(shown("/proposals", "lead")).doesNotContain("Returned to you");
        decide(invitation, "reviewer", "ACCEPT");
        assertThat(shown("/proposals", "reviewer")).doesNotContain("Returned to you");
        assertThat(review(invitation, "lead")).contains("Approve and accept", "lead returned the proposal");
    }

    @Test
    void letsTheProposerWithdraw() throws Exception {
        InvitationId invitation = next();
        decide(invitation, "reviewer", "ACCEPT");
        assertThat(forms.withdraw(invitation, "lead").status()).isEqualTo(403);
        assertThat(shownAfter(forms.withdraw(invitation, "reviewer"), "reviewer"))
                .contains("The proposal was withdrawn.", "value=\"ACCEPT\"");
    }

    @Test
    void takesThePasswordInTheFormItself() throws Exception {
        InvitationId invitation = next();
        assertThat(review(invitation, "reviewer")).doesNotContain("name=\"current-password\"");
        authentication.become(false);
        assertThat(review(invitation, "reviewer")).containsOnlyOnce("name=\"current-password\"");
        assertThat(review(id(ListedForPages.LENS), "reviewer")).doesNotContain("name=\"current-password\"");
        Page without = decide(invitation, "reviewer", "ACCEPT");
        assertThat(without.status()).isEqualTo(403);
        assertThat(without.body())
                .contains("<title>Error: ", "Enter your password", "href=\"#current-password\"")
                .contains(">Agreed &lt;with&gt; ticket 4711</textarea>", "value=\"ACCEPT\" checked");
        assertThat(proposals.of(invitation)).isEmpty();

        Page proposed = pages.submit(
                "/invitations/" + invitation + "/decisions", "reviewer", withPassword(decision(invitation), CORRECT));
        assertThat(proposed.location()).isEqualTo("/invitations/" + invitation + "?proposed=" + open(invitation));

        authentication.become(false);
        assertThat(review(invitation, "lead")).containsOnlyOnce("name=\"current-password\"");
        Page confirm = answer(invitation, "ACCEPT", "lead", BECAUSE);
        assertThat(confirm.status()).isEqualTo(403);
        assertThat(confirm.body())
                .contains("href=\"#current-password\"", ">I have &lt;looked&gt; at it as well</textarea>");
        assertThat(aws.updated()).doesNotContain(invitation);
        Page confirmed = pages.submit(
                "/proposals/" + open(invitation) + "/answer",
                "lead",
                withPassword(forms.decision(invitation, "ACCEPT", BECAUSE), CORRECT));
        assertThat(confirmed.location()).startsWith("/decisions/");
    }

    @Test
    void letsAUserOfAProviderConfirmInAnotherWindowAndKeepsTheReason() throws Exception {
        jdbc.sql("""
                        insert into person_identity (issuer, subject, person, registration, groups, checked_at)
                        values ('https://login.example.com', '1', 'reviewer', 'keycloak', '', now())""").update();
        try {
            InvitationId invitation = next();
            authentication.become(false);

            Page refused = decide(invitation, "reviewer", "ACCEPT");

            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.body())
                    .contains(
                            "Confirm your sign-in in the new window first",
                            "href=\"/oauth2/authorization/keycloak?again\"",
                            ">Agreed &lt;with&gt; ticket 4711</textarea>",
                            "value=\"ACCEPT\" checked")
                    .containsOnlyOnce("name=\"current-password\"")
                    .doesNotContain("type=\"password\"", "Enter your password");
            authentication.become(true);
            assertThat(decide(invitation, "reviewer", "ACCEPT").location()).contains("?proposed=");
        } finally {
            authentication.become(true);
            jdbc.sql("delete from person_identity").update();
        }
    }

    @Test
    void refusesEachDecisionOfAUserWhoseGroupsAreTooOldAndKeepsTheReason() throws Exception {
        jdbc.sql("""
                        insert into person_identity (issuer, subject, person, registration, groups, checked_at)
                        values ('https://login.example.com', '1', 'reviewer', 'keycloak', '', now())""").update();
        InvitationId invitation = next();
        authentication.becomeOutdated(true);
        try {
            Page refused = decide(invitation, "reviewer", "REJECT");
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.body())
                    .contains(
                            "href=\"/oauth2/authorization/keycloak?again\"",
                            ">Agreed &lt;with&gt; ticket 4711</textarea>");
        } finally {
            authentication.becomeOutdated(false);
            jdbc.sql("delete from person_identity").update();
        }
        assertThat(decide(invitation, "reviewer", "REJECT").location()).startsWith("/decisions/");
    }

    @Test
    void asksForNoPasswordToReject() throws Exception {
        InvitationId invitation = next();
        authentication.become(false);
        assertThat(decide(invitation, "reviewer", "REJECT").location()).startsWith("/decisions/");
    }

    @Test
    void countsWrongPasswordsInTheFormAndKeepsTheTypedText() throws Exception {
        InvitationId invitation = next();
        authentication.become(false);
        String path = "/invitations/" + invitation + "/break-glass";
        assertThat(shown(path, "admin")).containsOnlyOnce("name=\"current-password\"");
        for (int guess = 0; guess < SignInThrottle.LIMIT; guess++) {
            Page wrong = pages.submit(path, "admin", withPassword(fields(invitation, EMERGENCY), "guess"));
            assertThat(wrong.status()).isEqualTo(400);
            assertThat(wrong.body())
                    .contains("<title>Error: ", "Incorrect password", "the &lt;auditors&gt; need it before noon.<")
                    .doesNotContain("value=\"guess\"");
        }
        assertThat(pages.submit(path, "admin", withPassword(fields(invitation, EMERGENCY), CORRECT))
                        .body())
                .contains("Too many attempts for your username");
        assertThat(aws.updated()).doesNotContain(invitation);
        jdbc.sql("delete from sign_in_attempt").update();
    }

    @ParameterizedTest
    @CsvSource({"ACCEPT, '', Enter a reason", "RETURN, short, now 5", "REJECT, short, now 5"})
    void requiresAReasonForAnAnswer(String action, String reason, String problem) throws Exception {
        InvitationId invitation = next();
        decide(invitation, "reviewer", "ACCEPT");
        Page page = answer(invitation, action, "lead", reason);
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body())
                .contains("<title>Error: ", "href=\"#reason\"", problem, ">" + reason + "</textarea>")
                .contains("aria-invalid=\"true\"", "value=\"" + action + "\" checked");
        assertThat(open(invitation)).isPositive();
    }

    @ParameterizedTest
    @CsvSource({"''", "CONFIRM"})
    void requiresAnActionForAnAnswerAndKeepsTheReason(String action) throws Exception {
        InvitationId invitation = next();
        decide(invitation, "reviewer", "ACCEPT");
        Page page = answer(invitation, action, "lead", BECAUSE);
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body())
                .contains("href=\"#action\">Select approve, return or reject<", "id=\"action-error\"")
                .contains(">I have &lt;looked&gt; at it as well</textarea>");
        assertThat(forms.decide(next(), "reviewer", "RETURN", REASON).body()).contains("Select accept or reject");
        assertThat(open(invitation)).isPositive();
    }

    @Test
    void rejectsAnInvitationWithAProposal() throws Exception {
        InvitationId invitation = next();
        decide(invitation, "reviewer", "ACCEPT");

        Page made = answer(invitation, "REJECT", "lead", BECAUSE);

        assertThat(shown(made.location(), "auditor")).contains("Reject decided by lead");
        assertThat(proposals.openFor(invitation)).isEmpty();
        jdbc.sql("delete from proposal where invitation_id = :id")
                .param("id", invitation.value())
                .update();
    }

    @Test
    void insertsATemplateIntoAnAnswerWithoutScript() throws Exception {
        InvitationId invitation = next();
        decide(invitation, "reviewer", "ACCEPT");
        pages.submit("/reasons", "lead", Map.of("text", "Ask for <less>"));
        String template =
                jdbc.sql("select id from reason_template").query(String.class).single();
        Page page = pages.submit(
                "/invitations/" + invitation + "/drafts",
                "lead",
                Map.of("action", "RETURN", "reason", "Ticket 4711.", "template", template));
        assertThat(page.body()).contains("value=\"RETURN\" checked", ">Ticket 4711.\nAsk for &lt;less&gt;</textarea>");
        jdbc.sql("delete from reason_template").update();
    }

    @Test
    void requiresAFingerprintForAnAnswer() throws Exception {
        InvitationId invitation = next();
        decide(invitation, "reviewer", "ACCEPT");
        Page page = pages.submit(
                "/proposals/" + open(invitation) + "/answer", "lead", Map.of("action", "ACCEPT", "reason", BECAUSE));
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body()).contains("does not identify the version of the invitation you saw");
    }

    @Test
    void showsABreakGlassAccept() throws Exception {
        InvitationId invitation = next();
        String path = "/invitations/" + invitation + "/break-glass";
        assertThat(review(invitation, "admin")).contains("href=\"" + path);
        assertThat(review(invitation, "lead")).doesNotContain("break-glass");
        assertThat(pages.open(path, "lead").status()).isEqualTo(403);
        assertThat(shown(path, "admin"))
                .contains("Approvers you bypass", "<bdi>lead</bdi>", "<bdi>reviewer</bdi>")
                .containsPattern("<button [^>]*class=\"btn btn-danger btn-wide\"[^>]*>Accept without approval<");

        Page shortOne = pages.submit(path, "admin", fields(invitation, "It cannot wait any longer"));
        assertThat(shortOne.status()).isEqualTo(400);
        assertThat(shortOne.body()).contains("at least 50 characters (now 25)", "It cannot wait any longer<");
        authentication.become(false);
        Page stale = pages.submit(path, "admin", fields(invitation, EMERGENCY));
        assertThat(stale.status()).isEqualTo(403);
        assertThat(stale.body()).contains("href=\"#current-password\"", "the &lt;auditors&gt; need it before noon.<");
        authentication.become(true);

        Page made = pages.submit(path, "admin", fields(invitation, EMERGENCY));

        assertThat(made.location()).startsWith("/decisions/");
        assertThat(shown(made.location(), "auditor"))
                .contains("Break-glass: no second approver", "<bdi>lead</bdi>", "<bdi>reviewer</bdi>");
        assertThat(shown("/history?action=BREAK_GLASS&text=" + invitation, "auditor"))
                .contains(
                        "row-alarm", "tag-no", "Without approval", "bypassed: lead, reviewer", "the &lt;auditors&gt;");
        assertThat(shown(made.location() + "/timeline", "auditor")).contains("row-alarm", "Without approval");
        assertThat(shown("/?state=decided&text=" + invitation, "auditor")).contains("by admin", ">Break-glass</span>");
    }

    @Test
    void namesOnlyUsersWhoCouldApproveBeforeABreakGlassAccept() throws Exception {
        InvitationId invitation = next();
        decide(invitation, "reviewer", "ACCEPT");
        assertThat(shown("/invitations/" + invitation + "/break-glass", "admin"))
                .contains("Approvers you bypass", "<li><bdi>lead</bdi></li>")
                .doesNotContain(
                        "<li><bdi>reviewer</bdi></li>", "<li><bdi>auditor</bdi></li>", "<li><bdi>admin</bdi></li>");
    }

    @Test
    void refusesBreakGlassIfOneApprovalIsEnough() throws Exception {
        InvitationId lens = id(ListedForPages.LENS);
        Page page = pages.submit("/invitations/" + lens + "/break-glass", "admin", fields(lens, EMERGENCY));
        assertThat(page.status()).isEqualTo(409);
        assertThat(page.body()).contains("This invitation needs only one approver", "the &lt;auditors&gt; need it");
        assertThat(review(lens, "admin")).doesNotContain("/break-glass");
        assertThat(shown("/invitations/" + lens + "/break-glass", "admin"))
                .contains("This invitation needs only one approver, so break-glass is not available.")
                .doesNotContain("This is flagged in the audit log", "Approvers you bypass", "<bdi>lead</bdi>");
    }

    @Test
    void showsTheRulesAsSentences() throws Exception {
        assertThat(shown("/rules", "auditor"))
                .contains(
                        "Accepting any resource with any permission from any owner"
                                + " to 111122223333 requires a second approver.",
                        "Accepting a custom lens, or a profile with any permission from a blocked owner"
                                + " to any connected account requires approval by a lead.");
    }

    @Test
    void letsASecondUserConfirmALooseningChange() throws Exception {
        int before = changesToConfirm("admin");
        int own = changesToConfirm("lead");
        effective.change(ValueKind.OWNER, "666655554444", "external, blocked", "external, none", "lead");
        String confirmation = "/rules/changes/" + changeOf("666655554444") + "/confirmation";
        assertThat(shown("/rules", "lead")).contains("666655554444").doesNotContain(confirmation);
        assertThat(textOf(shown("/rules", "reviewer")))
                .contains("Waiting: applies on " + end("666655554444")
                        + " unless confirmed earlier by a lead or an admin other than lead.");
        assertThat(shown("/rules", "reviewer")).contains("666655554444").doesNotContain(confirmation);
        assertThat(shown("/rules", "admin")).contains("action=\"" + confirmation + "\"");
        assertThat(textOf(shown("/rules", "admin"))).contains("Confirm this change: Owner directory 666655554444");

        assertThat(changesToConfirm("admin")).isEqualTo(before + 1);
        assertThat(changesToConfirm("lead")).isEqualTo(own);
        assertThat(changesToConfirm("reviewer")).isZero();

        assertThat(pages.submit(confirmation, "reviewer", Map.of()).status()).isEqualTo(403);
        assertThat(shownAfter(pages.submit(confirmation, "lead", Map.of()), "lead"))
                .contains("A different person must confirm this change");
        authentication.become(false);
        assertThat(pages.submit(confirmation, "admin", Map.of()).status()).isEqualTo(403);
        authentication.become(true);
        assertThat(shownAfter(pages.submit(confirmation, "admin", Map.of()), "admin"))
                .contains("Change confirmed.", "Confirmed by admin.")
                .doesNotContain(confirmation);
        assertThat(changesToConfirm("admin")).isEqualTo(before);

        assertThat(shownAfter(pages.submit(confirmation, "admin", Map.of()), "admin"))
                .contains("This change no longer waits for a confirmation.");
        assertThat(pages.submit("/rules/changes/999999/confirmation", "admin", Map.of())
                        .status())
                .isEqualTo(404);
    }

    /** Returns the number in the header of a page. */
    private int changesToConfirm(String person) throws Exception {
        Matcher counter = Pattern.compile(
                        "href=\"/rules\"><span>Changes to confirm</span> <span class=\"tabs-count\">(\\d+)<")
                .matcher(shown("/teams", person));
        return counter.find() ? Integer.parseInt(counter.group(1)) : 0;
    }

    @Test
    void letsASecondUserConfirmAllChangesOfAnImportWithOneForm() throws Exception {
        List<String> accounts = List.of("313131310001", "313131310002", "313131310003");
        accounts.forEach(account -> effective.change(ValueKind.MEMBERSHIP, account, "external", "internal", "lead"));
        effective.change(ValueKind.MEMBERSHIP, "313131310004", "external", "internal", "admin");
        effective.change(ValueKind.USER, "zoe", null, "REVIEWER", "lead");
        effective.change(ValueKind.MEMBERSHIP, "111122223333", "external", "internal", "reviewer");
        String ids = accounts.stream().map(this::changeOf).map(String::valueOf).collect(Collectors.joining(","));
        String all = "/rules/changes/confirmation";

        assertThat(shown("/rules", "lead")).doesNotContain(ids);
        assertThat(shown("/rules", "reviewer")).doesNotContain(ids, all);
        assertThat(shown("/rules", "admin")).contains("action=\"" + all + "\"", "value=\"" + ids + "\"");
        assertThat(textOf(shown("/rules", "admin")))
                .containsSubsequence("3 changes made together", "313131310001", "313131310002", "313131310003")
                .contains("Confirm all 3 changes", "(111122223333)");

        assertThat(shownAfter(pages.submit(all, "lead", Map.of("changes", ids)), "lead"))
                .contains("3 changes were not confirmed: they no longer wait")
                .doesNotContain("No changes confirmed", "confirmation of");
        authentication.become(false);
        assertThat(pages.submit(all, "admin", Map.of("changes", ids)).status()).isEqualTo(403);
        authentication.become(true);
        String own = ids + "," + changeOf("313131310004") + ",999998,999999";
        assertThat(shownAfter(pages.submit(all, "admin", Map.of("changes", own)), "admin"))
                .contains("3 changes confirmed. 1 change was not confirmed");
        assertThat(confirmed()).containsAll(accounts).doesNotContain("313131310004");
        assertThat(pages.submit(all, "admin", Map.of("changes", "x")).status()).isEqualTo(400);
        assertThat(pages.submit(all, "admin", Map.of("changes", ",")).status()).isEqualTo(404);
        assertThat(pages.submit(all, "admin", Map.of("changes", "999998,999999"))
                        .status())
                .isEqualTo(404);
        assertThat(pages.submit(all, "reviewer", Map.of("changes", ids)).status())
                .isEqualTo(403);
    }

    @Test
    void showsChangesThatWereMadeTogetherOnlyInTheirGroup() throws Exception {
        List<String> accounts = List.of("414141410001", "414141410002");
        accounts.forEach(account -> effective.change(ValueKind.MEMBERSHIP, account, null, "internal", "zoe"));
        String first = "/rules/changes/" + changeOf("414141410001") + "/confirmation";
        try {
            for (String person : List.of("auditor", "admin")) {
                String page = shown("/rules", person);
                accounts.forEach(account -> assertThat(page).containsOnlyOnce("<bdi>" + account + "</bdi>"));
                assertThat(textOf(page))
                        .containsOnlyOnce("unless confirmed earlier by a lead or an admin other than zoe.")
                        .contains("Waiting: the first of them applies on " + end("414141410001") + " unless");
            }
            assertThat(shown("/rules", "auditor")).doesNotContain("/rules/changes/confirmation", first);
            String page = shown("/rules", "admin");
            assertThat(page)
                    .containsPattern("<form [^>]*id=\"group-1\"")
                    .containsPattern("<button (?=[^>]*form=\"group-1\")[^>]*formaction=\"" + first + "\"");

            assertThat(textOf(shownAfter(pages.submit(first, "admin", Map.of()), "admin")))
                    .contains("Change confirmed.", "Confirmed by admin.", "other than zoe.")
                    .doesNotContain("2 changes made together");
        } finally {
            forget(ValueKind.MEMBERSHIP, accounts.toArray(String[]::new));
        }
    }

    @Test
    void saysThatTheFirstOfTwoConfirmationsIsStored() throws Exception {
        List.of("1 h", "2 h").forEach(each -> effective.change(ValueKind.HOLD, each, "PT2H", "PT1H", null));
        String ids = changeOf("1 h") + "," + changeOf("2 h");
        String all = "/rules/changes/confirmation";
        try {
            assertThat(textOf(shownAfter(pages.submit(all, "lead", Map.of("changes", ids)), "lead")))
                    .contains("Your confirmation of 2 changes is stored (1 of 2); one more person must confirm them.")
                    .doesNotContain("No changes confirmed", "0 changes");
            assertThat(textOf(shownAfter(pages.submit(all, "admin", Map.of("changes", ids)), "admin")))
                    .contains("2 changes confirmed.")
                    .doesNotContain("Your confirmation");
        } finally {
            forget(ValueKind.HOLD, "1 h", "2 h");
        }
    }

    @Test
    void saysWhenAChangeAppliesWhileALongerDelayStillCounts() throws Exception {
        String shortened = "The delay was shortened, and the longer one still counts:"
                + " without a confirmation, a change that is made now applies on ";
        assertThat(textOf(shown("/rules", "auditor"))).doesNotContain("The delay was shortened");
        effective.change(ValueKind.SETTING, LooseningRule.DELAY, "PT48H", "PT24H", null);
        try {
            Instant changed = jdbc.sql("select changed_at from value_change where subject = :subject")
                    .param("subject", LooseningRule.DELAY)
                    .query(OffsetDateTime.class)
                    .single()
                    .toInstant();
            assertThat(textOf(shown("/rules", "auditor")))
                    .contains(shortened + Dates.utc(changed.plus(Duration.ofHours(48))) + ".");
        } finally {
            jdbc.sql("delete from value_change where subject = :subject")
                    .param("subject", LooseningRule.DELAY)
                    .update();
        }
    }

    @Test
    void tellsNewAndRemovedPasswordsFromChangedOnes() throws Exception {
        effective.change(ValueKind.PASSWORD, "zoe", null, "hash", null);
        effective.change(ValueKind.PASSWORD, "eve", "hash", null, null);
        effective.change(ValueKind.PASSWORD, "kim", "hash", "other", null);
        try {
            assertThat(textOf(shown("/rules", "auditor")))
                    .contains("Password of zoe: set ", "Password of eve: removed ", "Password of kim: changed ")
                    .doesNotContain("hash");
        } finally {
            forget(ValueKind.PASSWORD, "zoe", "eve", "kim");
        }
    }

    private void forget(ValueKind kind, String... subjects) {
        for (String table : List.of("value_change", "effective_value")) {
            jdbc.sql("delete from " + table + " where kind = :kind and subject in (:subjects)")
                    .param("kind", kind.name())
                    .param("subjects", List.of(subjects))
                    .update();
        }
    }

    private List<String> confirmed() {
        return jdbc.sql("select subject from value_change where confirmed_by is not null")
                .query(String.class)
                .list();
    }

    @Test
    void listsAReplacedRuleUntilTwoUsersConfirmItsRemoval() throws Exception {
        String sentence = "Accepting a review template with any permission from any owner to 222233334444"
                + " requires approval by a lead.";
        String rest = "All other invitations need one person.";
        effective.change(ValueKind.RULE, "4711abc", "type: TEMPLATE; account: 222233334444; needs: lead", null, null);
        String confirmation = "/rules/changes/" + changeOf("4711abc") + "/confirmation";

        assertThat(textOf(shown("/rules", "auditor")))
                .containsSubsequence(
                        sentence + " Replaced: applies until " + end("4711abc")
                                + " or until two users confirm its removal.",
                        rest,
                        "Approval rule: " + sentence + " → none",
                        "Waiting: applies on " + end("4711abc")
                                + " unless confirmed earlier by two users, each a lead or an admin.")
                .doesNotContain("4711abc", "type: TEMPLATE");

        assertThat(textOf(shownAfter(pages.submit(confirmation, "lead", Map.of()), "lead")))
                .contains(
                        "Confirmed (1 of 2). One more person must confirm this change.",
                        "Confirmed by lead; one more person is needed.",
                        "by a lead or an admin other than lead.");
        assertThat(textOf(shownAfter(pages.submit(confirmation, "admin", Map.of()), "admin")))
                .contains("Change confirmed.", "Confirmed by lead and admin.")
                .doesNotContain("one more person is needed", "Replaced: applies until");
        assertThat(textOf(shown("/history?action=AUTHORITY_CHANGED&person=lead", "auditor")))
                .contains("Change to who may decide", "Confirmed (1 of 2)");
    }

    @Test
    void showsValuesInWords() throws Exception {
        effective.change(ValueKind.HOLD, "bulk", "PT1H30M", "PT2H", null);
        effective.change(ValueKind.HOLD, "type.LENS", "PT1M", "PT5M", null);
        effective.change(ValueKind.HOLD, "permission.CONTRIBUTOR", "PT10S", "PT20S", null);
        effective.change(ValueKind.PERSON, "ben", "LEAD, REVIEWER", "ADMIN", null);
        effective.change(ValueKind.OWNER, "515151510001", null, "unknown, none", "zoe");
        effective.change(ValueKind.OWNER, "515151510002", "external, blocked", null, "lead");
        effective.change(ValueKind.OWNER, "515151510003", "illegible", "internal, trusted", "ben");
        effective.change(ValueKind.MEMBERSHIP, "515151510004", null, "internal", "mia");

        assertThat(textOf(shown("/rules", "auditor")))
                .contains("Hold bulk: 1 h 30 min → 2 h", "Hold Custom lens: 1 min → 5 min")
                .contains("Hold Contributor: 10 s → 20 s", "Roles of ben: Lead, Reviewer → Admin")
                .contains("515151510001: Not in the directory → Membership: unknown, trust: not rated")
                .contains("515151510002: Membership: external, trust: blocked → Not in the directory")
                .contains("515151510003: illegible → Membership: internal, trust: trusted")
                .contains("515151510004: Unknown → Internal")
                .contains("or after the configured delay of 24 hours.");

        forget(ValueKind.OWNER, "515151510001", "515151510002", "515151510003");
        forget(ValueKind.MEMBERSHIP, "515151510004");
        jdbc.sql("delete from value_change where kind in ('HOLD', 'PERSON')").update();
        jdbc.sql("delete from effective_value where subject in ('type.LENS', 'permission.CONTRIBUTOR', 'ben')")
                .update();
        jdbc.sql("update effective_value set value = 'PT0S' where kind = 'HOLD' and subject = 'bulk'")
                .update();
    }

    @Test
    void warnsOnAnInvitationWhoseOwnerHasAPendingChange() throws Exception {
        InvitationId invitation = next();
        String owner = invitations.find(invitation).orElseThrow().listed().sharedBy();
        String warning = "Change not confirmed: decisions still treat this owner as blocked.";
        assertThat(review(invitation, "reviewer")).doesNotContain("Change not confirmed");
        effective.change(ValueKind.OWNER, owner, "unknown, blocked", "unknown, none", "lead");

        assertThat(review(invitation, "reviewer")).contains(warning, "href=\"/rules#changes\"");

        pages.submit("/rules/changes/" + changeOf(owner) + "/confirmation", "admin", Map.of());
        assertThat(review(invitation, "reviewer")).doesNotContain("Change not confirmed");
    }

    @Test
    void showsReplicasWithAnotherConfiguration() throws Exception {
        assertThat(shown("/rules", "auditor")).doesNotContain("Replicas with different configurations");
        jdbc.sql("insert into outdated_replica (replica, kinds, seen_at) values ('one', 'PERSON,RULE', now())")
                .update();

        assertThat(shown("/rules", "auditor"))
                .contains("Replicas with different configurations", "<bdi>one</bdi>: Roles of, Approval rule");

        jdbc.sql("delete from outdated_replica").update();
    }

    @Test
    void refusesUnknownProposals() throws Exception {
        for (String step : new String[] {"answer", "withdrawal"}) {
            assertThat(pages.submit("/proposals/999999/" + step, "lead", Map.of())
                            .status())
                    .isEqualTo(404);
            assertThat(pages.submit("/proposals/x/" + step, "lead", Map.of()).status())
                    .isEqualTo(404);
        }
    }

    private long changeOf(String owner) {
        return jdbc.sql("select id from value_change where subject = :owner")
                .param("owner", owner)
                .query(Long.class)
                .single();
    }

    /** The end of the default delay of 24 hours. */
    private String end(String subject) {
        OffsetDateTime changed = jdbc.sql("select changed_at from value_change where subject = :subject")
                .param("subject", subject)
                .query(OffsetDateTime.class)
                .single();
        return Dates.utc(changed.plusHours(24).toInstant());
    }

    private static String textOf(String page) {
        return page.replaceAll("<[^>]*>", "").replaceAll("\\s+", " ");
    }

    private static InvitationId next() {
        return id(NEXT.getAndIncrement());
    }

    private long open(InvitationId invitation) {
        return proposals.openFor(invitation).orElseThrow().id();
    }

    private Page decide(InvitationId invitation, String person, String action) throws Exception {
        return forms.decide(invitation, person, action, REASON);
    }

    private Page answer(InvitationId invitation, String action, String person, String reason) throws Exception {
        return forms.answer(invitation, action, person, reason);
    }

    private Map<String, String> decision(InvitationId invitation) {
        return forms.decision(invitation, "ACCEPT", REASON);
    }

    private static Map<String, String> withPassword(Map<String, String> fields, String password) {
        Map<String, String> all = new HashMap<>(fields);
        all.put(FormPassword.FIELD, password);
        return all;
    }

    private Map<String, String> fields(InvitationId invitation, String because) {
        return forms.fields(invitation, because);
    }

    private String review(InvitationId invitation, String person) throws Exception {
        return shown("/invitations/" + invitation, person);
    }

    private String shownAfter(Page page, String person) throws Exception {
        assertThat(page.status()).isEqualTo(302);
        Page next = pages.follow(page, person);
        assertThat(next.status()).isEqualTo(200);
        return next.body();
    }

    private String shown(String path, String person) throws Exception {
        Page page = pages.open(path, person);
        assertThat(page.status()).isEqualTo(200);
        return page.body();
    }
}
