package io.countersign.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Kills the packaged application during a bulk decision, which must continue after each restart. */
@ParameterizedClass
@EnumSource
@Execution(ExecutionMode.CONCURRENT)
class BatchKillTests {

    private static final int INVITATIONS = 120;
    private static final int KILLS = 2;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** Leaves the processor to the tests that run at the same time, because decisions take a minute to end. */
    private static final Duration BETWEEN = Duration.ofSeconds(1);

    @Parameter
    Database database;

    private final SimulatedAws aws = SimulatedAws.with(INVITATIONS);
    private Application application;
    private UserSession user;

    @BeforeEach
    void start() {
        application = new Application(
                PackagedJar.directory("batch-" + database.name()), database.settings(aws, 1), new Breakpoints());
        application.start();
        user = UserSession.signedIn(application.port(), ApplicationSettings.person(0));
    }

    @AfterEach
    void stop() {
        application.close();
        aws.close();
    }

    @Test
    void losesAndRepeatsNoDecisionOfABatch() {
        List<String> ids = aws.shares().stream().map(SimulatedAws.Share::id).toList();
        Polling.until("the first read", PATIENCE, () -> user.pending() == INVITATIONS);
        aws.slow(60);
        String batch = user.startBatch("REJECT", ids);
        for (int kill = 1; kill <= KILLS; kill++) {
            int some = kill * INVITATIONS / (KILLS + 1)
                    - ThreadLocalRandom.current().nextInt(10);
            Polling.until(some + " are decided", PATIENCE, () -> aws.effects() >= some);
            application.kill();
            assertThat(aws.effects()).as("killed in the middle").isLessThan(INVITATIONS);
            application.verify();
            application.start();
        }
        Polling.until("the batch is through", PATIENCE, () -> user.batch(batch).contains(" complete</h1>"));
        String all = INVITATIONS + " of " + INVITATIONS + " done";
        Polling.until(
                "what was cut off is settled",
                PATIENCE,
                BETWEEN,
                () -> user.batch(batch).contains(all) && !user.batch(batch).contains(" unclear"));
        assertThat(aws.updates()).as("nothing is sent twice").doesNotHaveDuplicates();
        assertThat(aws.shares())
                .allSatisfy(share -> assertThat(share.decisions()).isLessThanOrEqualTo(1));
        // A decision without a request is reported as undecided and not sent again.
        assertThat(decided(batch)).isEqualTo(aws.effects());
        assertThat(INVITATIONS - decided(batch))
                .as("at most those under way at a kill")
                .isLessThanOrEqualTo(8 * KILLS);
        application.verify();
    }

    private long decided(String batch) {
        return Long.parseLong(user.batch(batch).replaceAll("(?s).*>([0-9]+) rejected<.*", "$1"));
    }
}
