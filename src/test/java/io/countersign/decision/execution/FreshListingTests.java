package io.countersign.decision.execution;

import static io.countersign.decision.execution.DecisionFixture.LEDGER;
import static io.countersign.invitation.Listings.id;
import static io.countersign.invitation.Listings.workload;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.audit.AuditOutcome;
import io.countersign.connection.AwsFailure;
import io.countersign.connection.InvitationAction;
import io.countersign.connection.ListedInvitation;
import io.countersign.connection.Permission;
import io.countersign.decision.Decision;
import io.countersign.decision.DecisionResult;
import io.countersign.decision.DecisionState;
import io.countersign.invitation.InvitationFingerprint;
import io.countersign.invitation.InvitationState;
import io.countersign.invitation.InvitationVersions;
import io.countersign.policy.Verdict;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests decisions about an invitation that its owner changes or withdraws before the send. */
class FreshListingTests {

    private static final ListedInvitation CONTRIBUTOR = workload(1, "ledger", Permission.CONTRIBUTOR);

    private DecisionFixture fixture;

    @BeforeEach
    void open() {
        fixture = DecisionFixture.start();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void doesNotSendAnAcceptIfAwsListsAChangedInvitation() {
        fixture.lists(CONTRIBUTOR);

        assertThat(fixture.refused(fixture.decide("reviewer", InvitationAction.ACCEPT))
                        .why())
                .isEqualTo(Verdict.CHANGED);

        assertThat(fixture.aws.updated()).isEmpty();
        assertThat(fixture.invitation().listed()).as("the queue shows it").isEqualTo(CONTRIBUTOR);
        assertThat(fixture.auditLog.outcomes()).containsExactly(AuditOutcome.CHANGED, AuditOutcome.REFUSED);
        assertThat(fixture.bean(InvitationVersions.class).find(id(1), InvitationFingerprint.of(LEDGER)))
                .contains(LEDGER);
    }

    @Test
    void allowsADecisionAboutTheChangedInvitation() {
        fixture.lists(CONTRIBUTOR);
        fixture.decide("reviewer", InvitationAction.ACCEPT);

        assertThat(fixture.made(fixture.decide("reviewer", InvitationAction.ACCEPT, CONTRIBUTOR))
                        .reviewed())
                .isEqualTo(CONTRIBUTOR);
    }

    @Test
    void refusesADecisionAboutAnOutdatedInvitation() {
        fixture.see(CONTRIBUTOR);

        for (InvitationAction invitationAction : InvitationAction.values()) {
            assertThat(fixture.refused(fixture.decide("reviewer", invitationAction))
                            .why())
                    .isEqualTo(Verdict.CHANGED);
        }
        assertThat(fixture.aws.updated()).isEmpty();
        assertThat(fixture.aws.listed()).as("known without asking AWS").isEmpty();
    }

    @Test
    void checksAConcurrentPollInsideTheDecidingTransaction() {
        fixture.aws.onList(() -> {
            fixture.pass(Duration.ofMillis(1));
            fixture.see(CONTRIBUTOR);
        });

        assertThat(fixture.refused(fixture.decide("reviewer", InvitationAction.ACCEPT))
                        .why())
                .isEqualTo(Verdict.CHANGED);
        assertThat(fixture.aws.updated()).isEmpty();
    }

    @Test
    void ignoresANewName() {
        fixture.lists(workload(1, "general ledger"));

        assertThat(fixture.made(fixture.decide("reviewer", InvitationAction.ACCEPT))
                        .state())
                .isEqualTo(DecisionState.CONFIRMED);
    }

    @Test
    void doesNotSendAnAcceptThatAwsNoLongerListsAndRemovesIt() {
        fixture.lists();

        assertThat(fixture.refused(fixture.decide("reviewer", InvitationAction.ACCEPT))
                        .why())
                .isEqualTo(Verdict.GONE);

        assertThat(fixture.aws.updated()).isEmpty();
        assertThat(fixture.invitation().state()).isEqualTo(InvitationState.GONE);
        assertThat(fixture.auditLog.outcomes()).containsExactly(AuditOutcome.REMOVED, AuditOutcome.REFUSED);
    }

    @Test
    void doesNotSendAnAcceptIfTheListingFails() {
        fixture.listFails();

        DecisionResult.Refused refused = fixture.refused(fixture.decide("reviewer", InvitationAction.ACCEPT));

        assertThat(refused.why()).isEqualTo(Verdict.UNREAD);
        assertThat(refused.failure()).isNotNull().extracting(AwsFailure::kind).isEqualTo(AwsFailure.Kind.THROTTLED);
        assertThat(fixture.aws.updated()).isEmpty();
        assertThat(fixture.invitation().pending()).isTrue();
    }

    @Test
    void doesNotSendARejectIfTheListingFails() {
        fixture.listFails();

        assertThat(fixture.refused(fixture.decide("reviewer", InvitationAction.REJECT))
                        .why())
                .isEqualTo(Verdict.UNREAD);
        assertThat(fixture.aws.updated()).isEmpty();
    }

    @Test
    void doesNotSendARejectThatAwsNoLongerLists() {
        fixture.lists();

        assertThat(fixture.refused(fixture.decide("reviewer", InvitationAction.REJECT))
                        .why())
                .isEqualTo(Verdict.GONE);
        assertThat(fixture.refused(fixture.leave("reviewer")).why())
                .as("nothing to leave")
                .isEqualTo(Verdict.GONE);
        assertThat(fixture.aws.updated()).isEmpty();
    }

    @Test
    void asksBeforeItRejectsWhatWasAcceptedElsewhere() {
        fixture.isAcceptedElsewhere();

        assertThat(fixture.refused(fixture.decide("reviewer", InvitationAction.REJECT))
                        .why())
                .isEqualTo(Verdict.ACCEPTED_ELSEWHERE);
        assertThat(fixture.refused(fixture.decide("reviewer", InvitationAction.REJECT))
                        .why())
                .as("known from the queue")
                .isEqualTo(Verdict.ACCEPTED_ELSEWHERE);
        assertThat(fixture.refused(fixture.decide("reviewer", InvitationAction.ACCEPT))
                        .why())
                .isEqualTo(Verdict.GONE);
        assertThat(fixture.aws.updated()).isEmpty();

        Decision left = fixture.made(fixture.leave("reviewer"));
        assertThat(left.state()).isEqualTo(DecisionState.CONFIRMED);
        assertThat(left.leaving()).isTrue();
        assertThat(fixture.aws.updated()).containsExactly(LEDGER.id());
        assertThat(fixture.invitation().state()).isEqualTo(InvitationState.REJECTED);
    }

    @Test
    void keepsTheRemovalReasonIfAwsRefusesTheConfirmedReject() {
        fixture.isAcceptedElsewhere();
        fixture.decide("reviewer", InvitationAction.REJECT);
        fixture.aws.answers(any -> DecisionFixture.refusal(AwsFailure.Kind.ACCESS_DENIED));

        assertThat(fixture.made(fixture.leave("reviewer")).state()).isEqualTo(DecisionState.FAILED);
        assertThat(fixture.invitation().acceptedElsewhere()).isTrue();
        assertThat(fixture.invitation().openDecision()).isNull();
    }

    @Test
    void namesTheDecisionOfAColleagueThatRemovedTheInvitationFromTheList() {
        for (InvitationAction action : InvitationAction.values()) {
            try (DecisionFixture race = DecisionFixture.start()) {
                // the colleague decides between the first check and the listing
                race.aws.onList(() -> {
                    race.aws.onList(() -> {});
                    race.made(race.decide("colleague", InvitationAction.ACCEPT));
                    race.isAcceptedElsewhere();
                });

                DecisionResult.Refused refused = race.refused(race.decide("reviewer", action));

                assertThat(refused.why()).isEqualTo(Verdict.DECIDED);
                assertThat(refused.other())
                        .isNotNull()
                        .extracting(Decision::person)
                        .isEqualTo("colleague");
                assertThat(race.aws.updated()).hasSize(1);
            }
        }
    }
}
