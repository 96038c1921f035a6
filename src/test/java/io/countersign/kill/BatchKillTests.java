package io.countersign.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.TestPostgres;
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

/** The packaged application is killed while it decides many in one go. After each restart it goes on by itself. */
@ParameterizedClass
@EnumSource
@Execution(ExecutionMode.CONCURRENT)
class BatchKillTests {

    private static final int INVITATIONS = 120;
    private static final int KILLS = 2;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** Where the database lives. */
    enum Database {
        EMBEDDED {
            @Override
            Settings settings(SimulatedAws aws) {
                return Settings.embedded(aws, 1);
            }
        },
        SERVER {
            @Override
            Settings settings(SimulatedAws aws) {
                return Settings.on(TestPostgres.running().empty(), aws, 1);
            }
        };

        abstract Settings settings(SimulatedAws aws);
    }

    @Parameter
    Database database;

    private final SimulatedAws aws = SimulatedAws.with(INVITATIONS);
    private Application application;
    private Desk desk;

    @BeforeEach
    void start() {
        application =
                new Application(PackagedJar.directory("batch-" + database.name()), database.settings(aws), new Stops());
        application.start();
        desk = Desk.signedIn(application.port(), Settings.person(0));
    }

    @AfterEach
    void stop() {
        application.close();
        aws.close();
    }

    @Test
    void aBatchLosesAndDoublesNothing() {
        List<String> ids = aws.shares().stream().map(SimulatedAws.Share::id).toList();
        Waiting.until("the first read", PATIENCE, () -> desk.pending() == INVITATIONS);
        aws.slow(60);
        String batch = desk.startBatch("REJECT", ids);
        for (int kill = 1; kill <= KILLS; kill++) {
            int some = kill * INVITATIONS / (KILLS + 1)
                    - ThreadLocalRandom.current().nextInt(10);
            Waiting.until(some + " are decided", PATIENCE, () -> aws.effects() >= some);
            application.kill();
            assertThat(aws.effects()).as("killed in the middle").isLessThan(INVITATIONS);
            application.verify();
            application.start();
        }
        Waiting.until("the batch is through", PATIENCE, () -> desk.batch(batch).contains("complete"));
        String all = INVITATIONS + " of " + INVITATIONS + " done";
        Waiting.until(
                "what was cut off is settled",
                PATIENCE,
                () -> desk.batch(batch).contains(all) && !desk.batch(batch).contains(" unclear"));
        assertThat(aws.updates()).as("nothing is sent twice").doesNotHaveDuplicates();
        assertThat(aws.shares())
                .allSatisfy(share -> assertThat(share.decisions()).isLessThanOrEqualTo(1));
        // one that was cut off between its intent and its request is told as undecided, and is not sent again by itself
        assertThat(decided(batch)).isEqualTo(aws.effects());
        assertThat(INVITATIONS - decided(batch))
                .as("at most those under way at a kill")
                .isLessThanOrEqualTo(8 * KILLS);
        application.verify();
    }

    private long decided(String batch) {
        return Long.parseLong(desk.batch(batch).replaceAll("(?s).*>([0-9]+) rejected<.*", "$1"));
    }
}
