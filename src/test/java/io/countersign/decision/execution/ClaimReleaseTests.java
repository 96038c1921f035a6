package io.countersign.decision.execution;

import static io.countersign.invitation.Listings.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.connection.AwsFailure;
import io.countersign.connection.InvitationAction;
import io.countersign.connection.UpdateOutcome;
import io.countersign.decision.Decision;
import io.countersign.decision.DecisionState;
import io.countersign.team.persistence.TestTeams;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The code that stores an outcome ends the assignment of the invitation. */
class ClaimReleaseTests {

    private DecisionFixture desk;
    private TestTeams teams;

    @BeforeEach
    void claim() {
        desk = DecisionFixture.start();
        teams = new TestTeams(desk.bean(DataSource.class), () -> desk.now);
        teams.claim(id(1), "reviewer", Duration.ofHours(1));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aConfirmedDecisionReleasesTheClaim() {
        desk.made(desk.decide("reviewer", InvitationAction.ACCEPT));

        assertThat(teams.claimed(id(1))).isFalse();
    }

    @Test
    void aDecisionThatAwsRefusedKeepsTheClaim() {
        desk.aws.answers(any -> new UpdateOutcome.Refused(DecisionFixture.failure(AwsFailure.Kind.ACCESS_DENIED)));
        desk.made(desk.decide("reviewer", InvitationAction.ACCEPT));

        assertThat(teams.claimed(id(1))).isTrue();
    }

    @Test
    void aDecisionThatALaterReadConfirmsReleasesTheClaim() {
        desk.aws.answers(any -> new UpdateOutcome.Unclear(DecisionFixture.failure(AwsFailure.Kind.TIMEOUT)));
        Decision unclear = desk.made(desk.decide("reviewer", InvitationAction.ACCEPT));
        assertThat(teams.claimed(id(1))).isTrue();

        desk.lists();
        desk.shows(id(1).value());
        assertThat(desk.work(unclear).state()).isEqualTo(DecisionState.CONFIRMED);

        assertThat(teams.claimed(id(1))).isFalse();
    }
}
