package io.countersign.decision.execution;

import static io.countersign.decision.execution.DecisionFixture.LEDGER;
import static io.countersign.invitation.Listings.id;
import static io.countersign.invitation.Listings.workload;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.connection.AwsFailure;
import io.countersign.connection.InvitationAction;
import io.countersign.connection.ListedInvitation;
import io.countersign.connection.Permission;
import io.countersign.decision.DecisionRefused;
import io.countersign.decision.DecisionResult;
import io.countersign.decision.DecisionState;
import io.countersign.invitation.InvitationChanged;
import io.countersign.invitation.InvitationFingerprint;
import io.countersign.invitation.InvitationRemoved;
import io.countersign.invitation.InvitationState;
import io.countersign.invitation.InvitationVersions;
import io.countersign.policy.Verdict;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The owner changes or withdraws what somebody is about to decide. */
class FreshListingTests {

    private static final ListedInvitation CONTRIBUTOR = workload(1, "ledger", Permission.CONTRIBUTOR);

    private DecisionFixture desk;

    @BeforeEach
    void open() {
        desk = DecisionFixture.start();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void anAcceptIsNotSentWhereAwsListsSomethingElseThanWasSeen() {
        desk.lists(CONTRIBUTOR);

        assertThat(desk.refused(desk.decide("reviewer", InvitationAction.ACCEPT))
                        .why())
                .isEqualTo(Verdict.CHANGED);

        assertThat(desk.aws.updated()).isEmpty();
        assertThat(desk.invitation().listed()).as("the queue shows it").isEqualTo(CONTRIBUTOR);
        assertThat(desk.events).hasExactlyElementsOfTypes(InvitationChanged.class, DecisionRefused.class);
        assertThat(desk.bean(InvitationVersions.class).find(id(1), InvitationFingerprint.of(LEDGER)))
                .contains(LEDGER);
    }

    @Test
    void whoeverThenDecidesAboutTheNewOneDecides() {
        desk.lists(CONTRIBUTOR);
        desk.decide("reviewer", InvitationAction.ACCEPT);

        assertThat(desk.made(desk.decide("reviewer", InvitationAction.ACCEPT, CONTRIBUTOR))
                        .reviewed())
                .isEqualTo(CONTRIBUTOR);
    }

    @Test
    void whatAReadFoundBeforeIsNotDecidedByWhoeverSawTheOldOne() {
        desk.see(CONTRIBUTOR);

        for (InvitationAction invitationAction : InvitationAction.values()) {
            assertThat(desk.refused(desk.decide("reviewer", invitationAction)).why())
                    .isEqualTo(Verdict.CHANGED);
        }
        assertThat(desk.aws.updated()).isEmpty();
        assertThat(desk.aws.listed()).as("known without asking AWS").isEmpty();
    }

    @Test
    void whatAReadFindsWhileAwsIsListedIsSeenInsideTheDecidingTransaction() {
        desk.aws.onList(() -> {
            desk.pass(Duration.ofMillis(1));
            desk.see(CONTRIBUTOR);
        });

        assertThat(desk.refused(desk.decide("reviewer", InvitationAction.ACCEPT))
                        .why())
                .isEqualTo(Verdict.CHANGED);
        assertThat(desk.aws.updated()).isEmpty();
    }

    @Test
    void aNewNameIsNoOtherOffer() {
        desk.lists(workload(1, "general ledger"));

        assertThat(desk.made(desk.decide("reviewer", InvitationAction.ACCEPT)).state())
                .isEqualTo(DecisionState.CONFIRMED);
    }

    @Test
    void whatAwsNoLongerListsIsNotSentAndLeavesTheQueue() {
        desk.lists();

        assertThat(desk.refused(desk.decide("reviewer", InvitationAction.ACCEPT))
                        .why())
                .isEqualTo(Verdict.GONE);

        assertThat(desk.aws.updated()).isEmpty();
        assertThat(desk.invitation().state()).isEqualTo(InvitationState.GONE);
        assertThat(desk.events).hasExactlyElementsOfTypes(InvitationRemoved.class, DecisionRefused.class);
    }

    @Test
    void whatCannotBeListedAgainIsNotSentAndConcludesNothing() {
        desk.listFails();

        DecisionResult.Refused refused = desk.refused(desk.decide("reviewer", InvitationAction.ACCEPT));

        assertThat(refused.why()).isEqualTo(Verdict.UNREAD);
        assertThat(refused.failure()).isNotNull().extracting(AwsFailure::kind).isEqualTo(AwsFailure.Kind.THROTTLED);
        assertThat(desk.aws.updated()).isEmpty();
        assertThat(desk.invitation().pending()).isTrue();
    }

    @Test
    void aRejectNeedsNoList() {
        desk.listFails();

        assertThat(desk.made(desk.decide("reviewer", InvitationAction.REJECT)).state())
                .isEqualTo(DecisionState.CONFIRMED);
        assertThat(desk.aws.listed()).isEmpty();
    }
}
