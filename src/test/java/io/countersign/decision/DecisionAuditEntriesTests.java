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
import io.countersign.connection.api.UpdatedInvitation;
import io.countersign.invitation.InvitationFingerprint;
import io.countersign.policy.Effect;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        assertThat(changed(ProposalState.OPEN, "mia", null))
                .isEqualTo(AuditEntry.by("ben", AuditAction.PROPOSE, AuditOutcome.PROPOSED)
                        .about(AuditSubjects.of(SOURCE, INVITATION))
                        .withReason("we asked for it")
                        .withMessage("proposal 7: none → OPEN, by ben on behalf of mia"));
    }

    @Test
    void auditsTheEndOfAProposalWithOldAndNewState() {
        Proposal.Answer answer = new Proposal.Answer("lead", null, "not yet", Instant.EPOCH);
        assertThat(changed(ProposalState.SENT_BACK, null, answer))
                .isEqualTo(AuditEntry.by("lead", AuditAction.PROPOSE, AuditOutcome.SENT_BACK)
                        .about(AuditSubjects.of(SOURCE, INVITATION))
                        .withReason("not yet")
                        .withMessage("proposal 7: OPEN, by ben → SENT_BACK, by lead"));
        Proposal.Answer bySystem = new Proposal.Answer(null, null, null, Instant.EPOCH);
        assertThat(changed(ProposalState.STALE, null, bySystem))
                .isEqualTo(AuditEntry.by("system", AuditAction.PROPOSE, AuditOutcome.STALE)
                        .about(AuditSubjects.of(SOURCE, INVITATION))
                        .withMessage("proposal 7: OPEN, by ben → STALE, by system"));
    }

    @Test
    void namesEverySkippedApproverInFull() {
        List<String> people = IntStream.range(0, 60)
                .mapToObj(i -> "n" + i + "-" + "x".repeat(250))
                .toList();
        List<AuditEntry> entries = ApprovalAuditEntries.breakGlass(decision(), people);
        List<String> written = entries.stream()
                .map(entry -> entry.stored(1, Instant.EPOCH).message())
                .toList();
        assertThat(people).allSatisfy(name -> assertThat(written).anyMatch(text -> text.contains(name)));
        assertThat(entries).hasSize(9).allSatisfy(entry -> {
            assertThat(entry.actor()).isEqualTo("admin");
            assertThat(entry.subject().decisionId()).isEqualTo(42);
        });
        assertThat(entries.get(0).action()).isEqualTo(AuditAction.BREAK_GLASS);
        assertThat(entries.get(0).outcome()).isEqualTo(AuditOutcome.OVERRIDDEN);
        assertThat(entries.subList(1, entries.size())).allSatisfy(entry -> {
            assertThat(entry.action()).isEqualTo(AuditAction.BREAK_GLASS_NAMES);
            assertThat(entry.outcome()).isEqualTo(AuditOutcome.DONE);
        });
        assertThat(written.get(8)).startsWith("bypassed (part 9 of 9): n");
        assertThat(ApprovalAuditEntries.breakGlass(decision(), List.of()))
                .singleElement()
                .extracting(AuditEntry::message)
                .isEqualTo("bypassed: no approver was available");
    }

    @Test
    void namesSkippedApproversWithShortNamesInOneEntry() {
        List<String> people =
                IntStream.range(100, 250).mapToObj(i -> "person" + i).toList();
        assertThat(ApprovalAuditEntries.breakGlass(decision(), people))
                .singleElement()
                .extracting(entry -> entry.stored(1, Instant.EPOCH).message())
                .isEqualTo("bypassed: " + String.join(", ", people));
    }

    @Test
    void losesNoNameAtTheLimitOfAnEntry() {
        for (int length = 1; length <= 254; length++) {
            String suffix = "x".repeat(length);
            List<String> people =
                    IntStream.range(1000, 1300).mapToObj(i -> i + suffix).toList();
            String written = ApprovalAuditEntries.breakGlass(decision(), people).stream()
                    .map(entry -> entry.stored(1, Instant.EPOCH).message().replaceFirst("^bypassed.*?: ", ""))
                    .collect(Collectors.joining(", "));
            assertThat(written).isEqualTo(String.join(", ", people));
        }
    }

    @Test
    void auditsTheStatesOfADecision() {
        AwsFailure timeout = new AwsFailure(AwsFailure.Kind.TIMEOUT, "no answer in 10 s", null, null);
        assertThat(DecisionAuditEntries.intended(decision(DecisionState.SENDING, null, null)))
                .isEqualTo(accept("admin", AuditOutcome.SENDING));
        assertThat(DecisionAuditEntries.intended(decision(DecisionState.HELD, null, null)))
                .isEqualTo(accept("admin", AuditOutcome.HELD));
        assertThat(DecisionAuditEntries.settled(decision(DecisionState.CONFIRMED, "req-1", null)))
                .isEqualTo(accept("admin", AuditOutcome.CONFIRMED).withRequestId("req-1"));
        assertThat(DecisionAuditEntries.settled(decision(DecisionState.FAILED, "req-7", CONFLICT)))
                .isEqualTo(accept("admin", AuditOutcome.FAILED)
                        .withMessage("CONFLICT: no")
                        .withRequestId("req-7"));
        assertThat(DecisionAuditEntries.settled(decision(DecisionState.UNKNOWN, null, timeout)))
                .isEqualTo(accept("admin", AuditOutcome.UNKNOWN).withMessage("TIMEOUT: no answer in 10 s"));
    }

    @Test
    void auditsDecisionsThatAreNotSent() {
        AwsFailure stopped = new AwsFailure(AwsFailure.Kind.STOPPED, "Nothing.", "CHANGED", null);
        assertThat(DecisionAuditEntries.withdrawn(decision(DecisionState.WITHDRAWN, null, null), "other", "lead"))
                .isEqualTo(accept("other", AuditOutcome.WITHDRAWN).withMessage("on behalf of lead"));
        assertThat(DecisionAuditEntries.stopped(decision(DecisionState.FAILED, null, stopped)))
                .isEqualTo(accept("system", AuditOutcome.FAILED).withMessage("CHANGED: Nothing."));
        assertThat(DecisionAuditEntries.refused(
                        SOURCE, INVITATION, InvitationAction.REJECT, "not ours", "auditor", "NOT_A_DECIDER"))
                .isEqualTo(AuditEntry.by("auditor", AuditAction.REJECT, AuditOutcome.REFUSED)
                        .about(AuditSubjects.of(SOURCE, INVITATION))
                        .withReason("not ours")
                        .withMessage("NOT_A_DECIDER"));
    }

    @ParameterizedTest
    @CsvSource({
        "CONFIRMED, false, PENDING, CONFIRMED",
        "FAILED, false, PENDING, FAILED",
        "UNKNOWN, false, PENDING, UNKNOWN",
        "CONFIRMED, true, IN_EFFECT, IN_EFFECT",
        "CONFIRMED, true, CONTRARY, MISMATCH",
        "CONFIRMED, true, UNREAD, UNKNOWN"
    })
    void auditsTheObservedEffect(DecisionState state, boolean returned, Effect effect, AuditOutcome outcome) {
        UpdatedInvitation answer = new UpdatedInvitation("1", "WORKLOAD", "2", null, null, null, null);
        Decision observed = decision(
                state,
                new DecisionAnswer(Instant.EPOCH, returned ? answer : null, null, null),
                new DecisionLifecycle(
                        null,
                        null,
                        Instant.EPOCH,
                        null,
                        null,
                        null,
                        new EffectObservation(effect, "It waits.", Instant.EPOCH),
                        null,
                        1),
                ApprovalRecord.NONE);
        assertThat(DecisionAuditEntries.observed(observed))
                .isEqualTo(AuditEntry.bySystem(AuditAction.EFFECT_CHECK, outcome)
                        .about(AuditSubjects.of(SOURCE, INVITATION).withDecision(42))
                        .withReason("the region is on fire")
                        .withMessage(effect + ": It waits."));
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

    private static AuditEntry changed(
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
        return ApprovalAuditEntries.proposal(proposal, SOURCE, INVITATION);
    }

    private static Decision decision() {
        return decision(new ApprovalRecord(null, null, null, true, false), null);
    }

    private static AuditEntry accept(String actor, AuditOutcome outcome) {
        return AuditEntry.by(actor, AuditAction.ACCEPT, outcome)
                .about(AuditSubjects.of(SOURCE, INVITATION).withDecision(42))
                .withReason("the region is on fire");
    }

    private static Decision decision(ApprovalRecord approval, @Nullable AwsFailure awsFailure) {
        DecisionAnswer answer = new DecisionAnswer(null, null, null, awsFailure);
        return decision(DecisionState.SENDING, answer, DecisionLifecycle.NONE, approval);
    }

    private static Decision decision(DecisionState state, @Nullable String requestId, @Nullable AwsFailure awsFailure) {
        DecisionAnswer answer = new DecisionAnswer(null, null, requestId, awsFailure);
        return decision(state, answer, DecisionLifecycle.NONE, ApprovalRecord.NONE);
    }

    private static Decision decision(
            DecisionState state, DecisionAnswer answer, DecisionLifecycle lifecycle, ApprovalRecord approval) {
        return new Decision(
                42,
                SOURCE,
                INVITATION,
                InvitationAction.ACCEPT,
                "the region is on fire",
                "admin",
                Instant.EPOCH,
                state,
                answer,
                lifecycle,
                null,
                approval);
    }
}
