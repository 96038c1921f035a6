package io.countersign.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.connection.AccountId;
import io.countersign.connection.Action;
import io.countersign.connection.InvitationId;
import io.countersign.connection.ListedInvitation;
import io.countersign.connection.Permission;
import io.countersign.connection.Region;
import io.countersign.connection.ResourceType;
import io.countersign.connection.Source;
import io.countersign.decision.ApprovalRecord;
import io.countersign.decision.BreakGlassUsed;
import io.countersign.decision.Decision;
import io.countersign.decision.DecisionAnswer;
import io.countersign.decision.DecisionLifecycle;
import io.countersign.decision.DecisionState;
import io.countersign.decision.Proposal;
import io.countersign.decision.ProposalMoved;
import io.countersign.decision.ProposalState;
import io.countersign.invitation.Fingerprint;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SecondPersonEntriesTests {

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
    void aProposalIsWrittenDownByWhomItWasMade() {
        assertThat(SecondPersonEntries.of(moved(ProposalState.OPEN, "mia", null)))
                .isEqualTo(NewEntry.by("ben", EntryAction.PROPOSE, EntryOutcome.PROPOSED)
                        .about(Subject.of(SOURCE, INVITATION, null))
                        .because("we asked for it")
                        .saying("proposal 7: none → OPEN, by ben on behalf of mia"));
    }

    @Test
    void anEndIsWrittenDownWithOldAndNew() {
        Proposal.Answer answer = new Proposal.Answer("lead", null, "not yet", Instant.EPOCH);
        assertThat(SecondPersonEntries.of(moved(ProposalState.SENT_BACK, null, answer)))
                .isEqualTo(NewEntry.by("lead", EntryAction.PROPOSE, EntryOutcome.SENT_BACK)
                        .about(Subject.of(SOURCE, INVITATION, null))
                        .because("not yet")
                        .saying("proposal 7: OPEN, by ben → SENT_BACK, by lead"));
        Proposal.Answer nobody = new Proposal.Answer(null, null, null, Instant.EPOCH);
        assertThat(SecondPersonEntries.of(moved(ProposalState.STALE, null, nobody)))
                .isEqualTo(NewEntry.by("system", EntryAction.PROPOSE, EntryOutcome.STALE)
                        .about(Subject.of(SOURCE, INVITATION, null))
                        .saying("proposal 7: OPEN, by ben → STALE, by system"));
    }

    @Test
    void everybodyWhoWasPassedOverIsNamedWhole() {
        List<String> people = IntStream.range(0, 60)
                .mapToObj(i -> "n" + i + "-" + "x".repeat(60))
                .toList();
        List<NewEntry> entries = SecondPersonEntries.of(new BreakGlassUsed(decision(), people));
        List<String> written = entries.stream()
                .map(entry -> entry.written(1, Instant.EPOCH).message())
                .toList();
        assertThat(people).allSatisfy(name -> assertThat(written).anyMatch(text -> text.contains(name)));
        assertThat(entries).allSatisfy(entry -> {
            assertThat(entry.actor()).isEqualTo("admin");
            assertThat(entry.action()).isEqualTo(EntryAction.BREAK_GLASS);
            assertThat(entry.outcome()).isEqualTo(EntryOutcome.ALONE);
            assertThat(entry.subject().decisionId()).isEqualTo(42);
        });
        assertThat(SecondPersonEntries.of(new BreakGlassUsed(decision(), List.of())))
                .singleElement()
                .extracting(NewEntry::message)
                .isEqualTo("bypassed: no approver was available");
    }

    @Test
    void aDecisionSaysWhoProposedIt() {
        assertThat(SecondPersonEntries.words(ApprovalRecord.NONE, null)).isNull();
        assertThat(SecondPersonEntries.words(ApprovalRecord.NONE, "CONFLICT: no"))
                .isEqualTo("CONFLICT: no");
        assertThat(SecondPersonEntries.words(new ApprovalRecord(null, 7L, "ben", false), "CONFLICT: no"))
                .isEqualTo("proposed by ben\nCONFLICT: no");
        assertThat(SecondPersonEntries.words(new ApprovalRecord(null, null, null, true), null))
                .isEqualTo("break-glass: accepted without a second approver");
    }

    private static ProposalMoved moved(
            ProposalState state, @Nullable String inPlaceOf, Proposal.@Nullable Answer answer) {
        Proposal proposal = new Proposal(
                7,
                INVITATION.id(),
                "we asked for it",
                "ben",
                inPlaceOf,
                Fingerprint.of(INVITATION),
                Instant.EPOCH,
                state,
                answer);
        return new ProposalMoved(proposal, SOURCE, INVITATION);
    }

    private static Decision decision() {
        return new Decision(
                42,
                SOURCE,
                INVITATION,
                Action.ACCEPT,
                "the region is on fire",
                "admin",
                Instant.EPOCH,
                DecisionState.SENDING,
                DecisionAnswer.NONE,
                DecisionLifecycle.NONE,
                null,
                new ApprovalRecord(null, null, null, true));
    }
}
