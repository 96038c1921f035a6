package io.countersign.decision.execution;

import static io.countersign.invitation.Listings.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.connection.AwsFailure;
import io.countersign.connection.InvitationAction;
import io.countersign.connection.api.UpdateOutcome;
import io.countersign.decision.Decision;
import io.countersign.decision.DecisionState;
import io.countersign.owner.Owners;
import io.countersign.team.persistence.TestTeams;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The code that stores an outcome ends the assignment of the invitation and remembers its owner. */
class ClaimReleaseTests {

    private DecisionFixture fixture;
    private TestTeams teams;

    @BeforeEach
    void claim() {
        fixture = DecisionFixture.start();
        teams = new TestTeams(fixture.bean(DataSource.class), () -> fixture.now);
        teams.claim(id(1), "reviewer", Duration.ofHours(1));
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void releasesTheClaimAfterAConfirmedDecision() {
        fixture.made(fixture.decide("reviewer", InvitationAction.ACCEPT));

        assertThat(teams.claimed(id(1))).isFalse();
    }

    @Test
    void keepsTheClaimAfterARefusalOfAws() {
        fixture.aws.answers(any -> new UpdateOutcome.Refused(DecisionFixture.failure(AwsFailure.Kind.ACCESS_DENIED)));
        fixture.made(fixture.decide("reviewer", InvitationAction.ACCEPT));

        assertThat(teams.claimed(id(1))).isTrue();
    }

    @Test
    void releasesTheClaimWhenALaterReadConfirmsTheDecision() {
        fixture.aws.answers(any -> new UpdateOutcome.Unclear(DecisionFixture.failure(AwsFailure.Kind.TIMEOUT)));
        Decision unclear = fixture.made(fixture.decide("reviewer", InvitationAction.ACCEPT));
        assertThat(teams.claimed(id(1))).isTrue();

        fixture.lists();
        fixture.shows(id(1).value());
        assertThat(fixture.work(unclear).state()).isEqualTo(DecisionState.CONFIRMED);

        assertThat(teams.claimed(id(1))).isFalse();
    }

    @Test
    void remembersTheOwnerOfAConfirmedDecisionOnly() {
        Owners owners = fixture.bean(Owners.class);
        String owner = fixture.invitation().listed().sharedBy();
        fixture.aws.answers(any -> new UpdateOutcome.Refused(DecisionFixture.failure(AwsFailure.Kind.ACCESS_DENIED)));
        fixture.made(fixture.decide("reviewer", InvitationAction.ACCEPT));
        assertThat(owners.find(owner).decidedBefore()).isFalse();

        fixture.aws.answers(DecisionFixture::confirmed);
        fixture.made(fixture.decide("reviewer", InvitationAction.ACCEPT));
        assertThat(owners.find(owner).decidedBefore()).isTrue();
    }
}
