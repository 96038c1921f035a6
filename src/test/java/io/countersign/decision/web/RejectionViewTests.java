package io.countersign.decision.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.connection.InvitationAction;
import io.countersign.decision.ApprovalRecord;
import io.countersign.decision.Decision;
import io.countersign.decision.DecisionAnswer;
import io.countersign.decision.DecisionLifecycle;
import io.countersign.decision.DecisionResult;
import io.countersign.decision.DecisionState;
import io.countersign.invitation.Listings;
import io.countersign.invitation.queue.QueueFilter;
import io.countersign.policy.Verdict;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RejectionViewTests {

    /** The other decision went on between the verdict and the page. */
    @ParameterizedTest
    @CsvSource({
        "BEING_SENT, SENDING, BEING_SENT",
        "BEING_SENT, CONFIRMED, DECIDED",
        "BEING_SENT, UNKNOWN, UNCLEAR",
        "BEING_SENT, FAILED, BLOCKED",
        "HELD, HELD, HELD",
        "HELD, SENDING, BEING_SENT",
        "HELD, WITHDRAWN, BLOCKED",
        "UNCLEAR, CONFIRMED, DECIDED",
        "DECIDED, CONFIRMED, DECIDED",
        "DECIDED, FAILED, DECIDED"
    })
    void saysWhatTheOtherDecisionIsNow(Verdict judged, DecisionState now, String shown) {
        assertThat(verdict(judged, decision(now))).isEqualTo(shown);
    }

    @Test
    void keepsAVerdictWithoutAnotherDecision() {
        assertThat(verdict(Verdict.BEING_SENT, null)).isEqualTo("BEING_SENT");
        assertThat(verdict(Verdict.CHANGED, null)).isEqualTo("CHANGED");
    }

    private static String verdict(Verdict judged, @Nullable Decision other) {
        return RejectionView.of(new DecisionResult.Refused(judged, other, null), null, QueueFilter.none())
                .verdict();
    }

    private static Decision decision(DecisionState state) {
        return new Decision(
                42,
                Listings.RETAIL,
                Listings.workload(1, "Payments core"),
                InvitationAction.REJECT,
                "Not ours",
                "ann",
                Instant.EPOCH,
                state,
                new DecisionAnswer(null, null, null, null),
                DecisionLifecycle.NONE,
                null,
                ApprovalRecord.NONE);
    }
}
