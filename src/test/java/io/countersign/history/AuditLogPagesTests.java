package io.countersign.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.PageTest;
import io.countersign.Pages;
import io.countersign.Pages.Page;
import io.countersign.audit.AuditAction;
import io.countersign.audit.AuditEntry;
import io.countersign.audit.AuditLog;
import io.countersign.audit.AuditOutcome;
import io.countersign.audit.AuditSubject;
import io.countersign.audit.StoredAuditEntry;
import io.countersign.audit.TestAuditLog;
import io.countersign.audit.checkpoint.CheckpointRepository;
import io.countersign.audit.checkpoint.CheckpointSigner;
import io.countersign.audit.entry.ChainRepository;
import io.countersign.audit.entry.TestEntries;
import io.countersign.audit.verification.VerificationRepository;
import io.countersign.audit.verification.VerificationService;
import io.countersign.audit.verification.VerificationState;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** The audit log pages in the real layout. */
@PageTest
class AuditLogPagesTests {

    private static final String INVITATION = "feed".repeat(8);
    private static final AuditSubject SEEN = new AuditSubject(
            INVITATION, null, "LENS", "SaaS <lens>", null, "555566667777", "111122223333", "eu-west-1", "READONLY");

    @Autowired
    Pages pages;

    @Autowired
    AuditLog log;

    @Autowired
    CheckpointSigner checkpointSigner;

    @Autowired
    VerificationService verification;

    @Autowired
    VerificationRepository rows;

    @Autowired
    CheckpointRepository checkpoints;

    @Autowired
    ChainRepository chain;

    @Autowired
    TransactionTemplate transactions;

    @Test
    void showsTheResultOfTheVerification() throws Exception {
        verifyAll();
        VerificationState state = rows.state();
        assertThat(pages.open("/history", "auditor").body())
                .contains("Integrity verified up to entry %,d of %,d, <time"
                        .formatted(state.verifiedSeq(), state.head()));
        assertThat(pages.open("/history/verification", "auditor").body())
                .contains(
                        "No tampering found in entries 1–",
                        "Trusted on first use",
                        "No trusted key is configured",
                        "Current",
                        checkpoints.keys().get(0).id());
    }

    @Test
    void showsTheNameOfAnAccountAboveItsId() throws Exception {
        String invitation = "fade".repeat(8);
        log.appendNow(AuditEntry.by("lead", AuditAction.VIEW, AuditOutcome.DONE)
                .about(new AuditSubject(
                        invitation, null, "LENS", "Lens", null, null, "111122223333", "eu-west-1", null)));
        assertThat(pages.open("/history?account=retail&text=" + invitation, "auditor")
                        .body())
                .containsPattern(
                        "Retail prod</bdi>\\s*<span class=\"mono list-small\">111122223333 · eu-west-1</span>");
    }

    @Test
    void saysThatTheUserFilterNeedsTheWholeName() throws Exception {
        assertThat(pages.open("/history", "auditor").body())
                .contains("placeholder=\"User, whole name\"", "title=\"Whole name of a user,");
    }

    @Test
    void showsAnInvalidRegionWithTheReasonAtTheField() throws Exception {
        Page page = pages.open("/history?region=eu&person=lead", "auditor");
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body())
                .contains("name=\"region\" value=\"eu\"", "aria-describedby=\"region-error\"", "id=\"region-error\"")
                .contains("Enter a Region such as eu-west-1.", "name=\"person\" value=\"lead\"");
    }

    @Test
    void showsATimelineWithUnknownActionsAndOutcomes() throws Exception {
        AuditSubject decided = subjectOfDecision(900_001);
        log.appendNow(AuditEntry.by(AuditEntry.SYSTEM, AuditAction.READ, AuditOutcome.DISCOVERED)
                .about(SEEN));
        log.appendNow(AuditEntry.by("lead", AuditAction.VIEW, AuditOutcome.DONE).about(SEEN));
        log.appendNow(AuditEntry.by("lead", AuditAction.ACCEPT, AuditOutcome.SENDING)
                .about(decided)
                .withReason("we asked <b>for</b> it"));
        log.appendNow(AuditEntry.by("lead", AuditAction.ACCEPT, AuditOutcome.CONFIRMED)
                .about(decided)
                .withRequestId("req-77"));
        log.appendNow(AuditEntry.by("reviewer", AuditAction.REJECT, AuditOutcome.FAILED)
                .about(subjectOfDecision(900_002)));
        append(0, "lead", "TELEPORT", "MAYBE", decided, null);
        Page page = pages.open("/decisions/900001/timeline", "auditor");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("Timeline of decision 900,001", "6 entries, oldest first", "Request req-77")
                .contains("we asked &lt;b&gt;for&lt;/b&gt; it", "SaaS &lt;lens&gt;", "About decision 900,002")
                .contains("href=\"/decisions/900001?from=log\"")
                .containsSubsequence(
                        "Received from AWS",
                        "lead opened it first",
                        "lead decided to accept it; sent to AWS",
                        "AWS confirmed the accept",
                        "The reject failed",
                        "Failed",
                        "TELEPORT",
                        "MAYBE")
                .containsPattern("Entry [\\d,]+ by reviewer<");
        assertThat(pages.open("/history?text=" + INVITATION, "auditor").body())
                .contains("href=\"/decisions/900001/timeline?log=text%3D" + INVITATION + "\"");
    }

    @Test
    void saysHowLongAnInvitationWaitedAboveTheSteps() throws Exception {
        AuditSubject waiting =
                new AuditSubject("cafe".repeat(8), null, "LENS", "Lens", null, null, "111122223333", "eu-west-1", null);
        append(0, "system", "READ", "DISCOVERED", waiting, null);
        append(5, "lead", "ASSIGN", "DONE", waiting, "free → reviewer, until 2026-11-23T14:00:00Z");
        append(6, "reviewer", "VIEW", "DONE", waiting, null);
        append(7, "reviewer", "VIEW", "DONE", waiting, null);
        append(7, "reviewer", "REJECT", "CONFIRMED", waiting.withDecision(900_003), "proposed by lead");
        assertThat(pages.open("/decisions/900003/timeline", "auditor").body())
                .contains("5 entries, oldest first")
                .containsPattern("(?s)5 h unassigned</span>.*, then .*2 h with reviewer</span>\\.</p>\\s*<ol")
                .containsSubsequence(
                        "lead assigned it to reviewer",
                        "reviewer opened it first",
                        "reviewer opened it<",
                        "AWS confirmed the reject",
                        "proposed by lead")
                .doesNotContain("free →");
    }

    @Test
    void reportsUnknownAndInvalidDecisions() throws Exception {
        assertThat(pages.open("/decisions/77777/timeline", "auditor").status()).isEqualTo(404);
        assertThat(pages.open("/decisions/77777/receipt", "auditor").status()).isEqualTo(404);
        assertThat(pages.open("/decisions/x/timeline", "auditor").status()).isEqualTo(404);
    }

    private void append(
            int hours, String actor, String action, String outcome, AuditSubject about, @Nullable String message) {
        Instant at = TestAuditLog.START.plus(Duration.ofHours(hours));
        transactions.executeWithoutResult(status -> {
            long seq = chain.head().seq() + 1;
            TestEntries.append(
                    chain, new StoredAuditEntry(seq, at, actor, action, outcome, about, null, message, null, null));
        });
    }

    private void verifyAll() {
        checkpointSigner.covering(log.appendNow(AuditEntry.by("lead", AuditAction.SIGN_IN, AuditOutcome.DONE)));
        verification.run();
    }

    private static AuditSubject subjectOfDecision(long decision) {
        return new AuditSubject(
                SEEN.invitationId(),
                decision,
                SEEN.resourceType(),
                SEEN.resourceName(),
                null,
                SEEN.owner(),
                SEEN.accountId(),
                SEEN.region(),
                SEEN.permission());
    }
}
