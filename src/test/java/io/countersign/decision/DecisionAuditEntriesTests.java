package io.countersign.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.audit.AuditAction;
import io.countersign.audit.AuditEntry;
import io.countersign.audit.AuditOutcome;
import io.countersign.connection.AccountId;
import io.countersign.connection.AuditSubjects;
import io.countersign.connection.AwsFailure;
import io.countersign.connection.InvitationAction;
import io.countersign.connection.InvitationId;
import io.countersign.connection.ListedInvitation;
import io.countersign.connection.Permission;
import io.countersign.connection.Region;
import io.countersign.connection.ResourceType;
import io.countersign.connection.Source;
import io.countersign.invitation.InvitationFingerprint;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DecisionAuditEntriesTests {

    private static final AwsFailure CONFLICT = new AwsFailure(AwsFailure.Kind.CONFLICT, "no", null, null);

    private static final Source SOURCE = new Source(new AccountId("111122223333"), new Region("eu-west-1"));
    private static final ListedInvitation INVITATION = new ListedInvitation(
            new InvitationId("0123456789abcdef0123456789abcdef"),
            ResourceType.WORKLOAD,
            "555566667777",
            "111122223333",
            Permission.CONTRIBUTOR,
            "ledger",
            "abc");

    @Test
    void auditsAProposalWithItsProposer() {
        assertThat(entry(changed(ProposalState.OPEN, "mia", null)))
                .isEqualTo(AuditEntry.by("ben", AuditAction.PROPOSE, AuditOutcome.PROPOSED)
                        .about(AuditSubjects.of(SOURCE, INVITATION))
                        .withReason("we asked for it")
                        .withMessage("proposal 7: none → OPEN, by ben on behalf of mia"));
    }

    @Test
    void auditsTheEndOfAProposalWithOldAndNewState() {
        Proposal.Answer answer = new Proposal.Answer("lead", null, "not yet", Instant.EPOCH);
        assertThat(entry(changed(ProposalState.SENT_BACK, null, answer)))
                .isEqualTo(AuditEntry.by("lead", AuditAction.PROPOSE, AuditOutcome.SENT_BACK)
                        .about(AuditSubjects.of(SOURCE, INVITATION))
                        .withReason("not yet")
                        .withMessage("proposal 7: OPEN, by ben → SENT_BACK, by lead"));
        Proposal.Answer bySystem = new Proposal.Answer(null, null, null, Instant.EPOCH);
        assertThat(entry(changed(ProposalState.STALE, null, bySystem)))
                .isEqualTo(AuditEntry.by("system", AuditAction.PROPOSE, AuditOutcome.STALE)
                        .about(AuditSubjects.of(SOURCE, INVITATION))
                        .withMessage("proposal 7: OPEN, by ben → STALE, by system"));
    }

    @Test
    void namesEverySkippedApproverInFull() {
        List<String> people = IntStream.range(0, 60)
                .mapToObj(i -> "n" + i + "-" + "x".repeat(60))
                .toList();
        List<AuditEntry> entries = ApprovalAuditEntries.breakGlass(decision(), people);
        List<String> written = entries.stream()
                .map(entry -> entry.stored(1, Instant.EPOCH).message())
                .toList();
        assertThat(people).allSatisfy(name -> assertThat(written).anyMatch(text -> text.contains(name)));
        assertThat(entries).allSatisfy(entry -> {
            assertThat(entry.actor()).isEqualTo("admin");
            assertThat(entry.action()).isEqualTo(AuditAction.BREAK_GLASS);
            assertThat(entry.outcome()).isEqualTo(AuditOutcome.OVERRIDDEN);
            assertThat(entry.subject().decisionId()).isEqualTo(42);
        });
        assertThat(ApprovalAuditEntries.breakGlass(decision(), List.of()))
                .singleElement()
                .extracting(AuditEntry::message)
                .isEqualTo("bypassed: no approver was available");
    }

    @Test
    void namesTheProposerOfADecision() {
        assertThat(message(ApprovalRecord.NONE, null)).isNull();
        assertThat(message(ApprovalRecord.NONE, CONFLICT)).isEqualTo("CONFLICT: no");
        assertThat(message(new ApprovalRecord(null, 7L, "ben", false, false), CONFLICT))
                .isEqualTo("proposed by ben\nCONFLICT: no");
        assertThat(message(new ApprovalRecord(null, null, null, true, false), null))
                .isEqualTo("break-glass: accepted without a second approver");
    }

    @Test
    void namesTheDelegatorAndTheProposerAlreadyInTheIntent() {
        Decision decision = decision(new ApprovalRecord("mia", 7L, "ben", false, false), null);
        assertThat(DecisionAuditEntries.intended(decision).message()).isEqualTo("on behalf of mia\nproposed by ben");
    }

    private static @Nullable String message(ApprovalRecord approval, @Nullable AwsFailure awsFailure) {
        return DecisionAuditEntries.settled(decision(approval, awsFailure)).message();
    }

    private static AuditEntry entry(ProposalChanged event) {
        return event.auditEntries().get(0);
    }

    private static ProposalChanged changed(
            ProposalState state, @Nullable String inPlaceOf, Proposal.@Nullable Answer answer) {
        Proposal proposal = new Proposal(
                7,
                INVITATION.id(),
                "we asked for it",
                "ben",
                inPlaceOf,
                InvitationFingerprint.of(INVITATION),
                Instant.EPOCH,
                state,
                answer);
        return new ProposalChanged(proposal, SOURCE, INVITATION);
    }

    private static Decision decision() {
        return decision(new ApprovalRecord(null, null, null, true, false), null);
    }

    private static Decision decision(ApprovalRecord approval, @Nullable AwsFailure awsFailure) {
        return new Decision(
                42,
                SOURCE,
                INVITATION,
                InvitationAction.ACCEPT,
                "the region is on fire",
                "admin",
                Instant.EPOCH,
                DecisionState.SENDING,
                new DecisionAnswer(null, null, null, awsFailure),
                DecisionLifecycle.NONE,
                null,
                approval);
    }
}
