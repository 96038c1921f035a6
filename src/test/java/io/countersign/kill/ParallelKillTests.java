package io.countersign.kill;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Kills the packaged application at random moments while eight users decide at the same time. Each restart is the start
 * of the next kill. The system property {@code countersign.test.parallel-kills} sets the number of kills on each
 * database, and {@code countersign.test.seed} sets the seed of the moments.
 */
@ParameterizedClass
@EnumSource
@Execution(ExecutionMode.CONCURRENT)
class ParallelKillTests {

    private static final int KILLS = Integer.getInteger("countersign.test.parallel-kills", 2);
    private static final long SEED = Long.getLong("countersign.test.seed", System.nanoTime());
    private static final int USERS = 8;
    private static final int LATENCY_MILLIS = 300;
    private static final Duration FIRST_READ = Duration.ofMinutes(10);
    private static final Duration BETWEEN = Duration.ofSeconds(1);

    @Parameter
    Database database;

    private final SimulatedAws aws = SimulatedAws.with(USERS * KILLS);
    private final List<Kill> kills = new ArrayList<>();
    private Random random;
    private Application application;
    private List<UserSession> users;
    private ParallelDecisions decisions;
    private ParallelKillReport report;
    private RestartChecks checks;

    @BeforeEach
    void start() {
        Path directory = PackagedJar.directory("parallel-" + database.name());
        random = new Random(SEED + database.ordinal());
        report = ParallelKillReport.in(directory, database, SEED);
        application = new Application(directory, database.settings(aws, USERS).forKills(), null);
        application.start();
        users = IntStream.range(0, USERS)
                .mapToObj(person -> UserSession.signedIn(application.port(), ApplicationSettings.person(person)))
                .toList();
        decisions = new ParallelDecisions(users, random);
        checks = new RestartChecks(users.get(0), aws);
    }

    @AfterEach
    void stop() {
        decisions.close();
        application.close();
        aws.close();
    }

    @Test
    void losesRepeatsAndBlocksNoneOfEightDecisionsInFlight() throws IOException {
        Polling.until("the first read", FIRST_READ, BETWEEN, () -> discovered() == USERS * KILLS);
        aws.slowWithSlowAnswers(LATENCY_MILLIS);
        Iterator<List<String>> rounds = rounds();
        for (int number = 1; number <= KILLS; number++) {
            ParallelDecisions.Killed killed = decisions.killAmong(rounds.next(), application);
            kills.addAll(killed.kills());
            if (number % 2 == 0) {
                application.killDatabase();
            }
            if (number % 5 == 0) {
                application.verify();
            }
            Duration restart = application.restart();
            Observation seen = checks.checkAll(kills);
            checks.checkPages(killed.kills());
            report.add(number, killed, seen, restart);
            if (number % 50 == 0) {
                report.summarize(number, kills, seen);
            }
        }
        checks.checkEnds(kills);
        application.verifyDownload(users.get(0).record());
        application.verify();
    }

    /** Counts in the history, because the queue counts to a thousand. */
    private long discovered() {
        return users.get(0).history().stream()
                .filter(entry -> entry.outcome().equals("DISCOVERED"))
                .count();
    }

    /** Returns the invitations of each kill: one for each user, of any type. */
    private Iterator<List<String>> rounds() {
        List<String> ids = new ArrayList<>(
                aws.shares().stream().map(SimulatedAws.Share::id).toList());
        Collections.shuffle(ids, random);
        return IntStream.range(0, KILLS)
                .mapToObj(round -> ids.subList(USERS * round, USERS * (round + 1)))
                .iterator();
    }
}
