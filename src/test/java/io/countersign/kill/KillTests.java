package io.countersign.kill;

import io.countersign.TestPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The packaged application is killed, as {@code kill -9} does, at every step of a decision. Each restart is the next
 * kill's start, so the database lives through all of them. The system property {@code countersign.test.kills} says how
 * many kills there are on each database; by default, the two share the boundaries. Both are tried at the same time, since much of
 * it is waiting.
 */
@ParameterizedClass
@EnumSource
@Execution(ExecutionMode.CONCURRENT)
class KillTests {

    private static final int KILLS = Integer.getInteger("countersign.test.kills", Boundary.values().length / 2);
    private static final Duration FIRST_READ = Duration.ofMinutes(3);
    private static final Duration SETTLED = Duration.ofMinutes(5);

    /** Between them, the two databases meet each boundary in a short run. */
    enum Database {
        EMBEDDED(0) {
            @Override
            Settings settings(SimulatedAws aws) {
                return Settings.embedded(aws, 1);
            }
        },
        SERVER(1) {
            @Override
            Settings settings(SimulatedAws aws) {
                return Settings.on(TestPostgres.running().empty(), aws, 1);
            }
        };

        private final List<Boundary> boundaries;

        Database(int first) {
            boundaries = Boundary.everyOther(first);
        }

        abstract Settings settings(SimulatedAws aws);

        Boundary boundary(int number) {
            return boundaries.get(number % boundaries.size());
        }
    }

    @Parameter
    Database database;

    private final SimulatedAws aws = SimulatedAws.with(2 * KILLS + 8);
    private final Stops stops = new Stops();
    private final List<Kill> kills = new ArrayList<>();
    private Path directory;
    private Application application;
    private Report report;
    private Desk desk;
    private Promises promises;

    @BeforeEach
    void start() {
        directory = PackagedJar.directory(database.name());
        report = Report.in(directory);
        application = new Application(directory, database.settings(aws).forKills(), stops);
        application.start();
        desk = Desk.signedIn(application.port(), Settings.person(0));
        promises = new Promises(desk, aws);
    }

    @AfterEach
    void stop() {
        application.close();
        aws.close();
    }

    @Test
    void keepsItsWordWhereverItIsKilled() throws IOException {
        List<SimulatedAws.Share> shares = aws.shares();
        Waiting.until("the first read", FIRST_READ, () -> desk.pending() == shares.size());
        Iterator<String> held = ids(shares, Settings.HELD_TYPE::equals);
        Iterator<String> others = ids(shares, type -> !type.equals(Settings.HELD_TYPE));
        for (int number = 0; number < KILLS; number++) {
            Boundary boundary = database.boundary(number);
            // each boundary meets both actions, where it is met twice
            String action = (number + number / Boundary.values().length) % 2 == 0 ? "ACCEPT" : "REJECT";
            Kill kill = kill(number, boundary, (boundary.isHeld() ? held : others).next(), action);
            kills.add(kill);
            if (number % 3 == 2) { // what one kill breaks, no later one mends
                application.verify();
            }
            Duration restart = restart();
            awaitLateEffect(kill);
            promises.holdForAll(kills);
            promises.showOnPages(kill);
            report.add(kill, state(kill), aws.share(kill.invitation()), restart);
        }
        Waiting.until("every decision has ended", SETTLED, () -> promises.areSettled(kills));
        promises.holdForAll(kills);
        kills.forEach(promises::agreeWithAws);
        kills.forEach(promises::showOnPages);
        verifyFromOutside();
    }

    private static Iterator<String> ids(List<SimulatedAws.Share> shares, Predicate<String> type) {
        return shares.stream()
                .filter(share -> type.test(share.type()))
                .map(SimulatedAws.Share::id)
                .iterator();
    }

    private Kill kill(int number, Boundary boundary, String invitation, String action) {
        Moment.Scene scene = new Moment.Scene(stops, aws, desk, invitation);
        Desk.Form form = desk.open(invitation);
        boundary.moment.prepare(scene);
        CompletableFuture<HttpResponse<String>> response = CompletableFuture.supplyAsync(() -> desk.send(form, action));
        boundary.moment.await(scene, response);
        application.kill();
        if (number % 2 == 1) {
            application.killDatabase();
        }
        return new Kill(boundary, invitation, action, seen(response));
    }

    private String state(Kill kill) {
        return String.valueOf(Told.about(kill.invitation(), desk.history()).state());
    }

    /** The record as it is downloaded, against the checkpoints that lie outside the database. */
    private void verifyFromOutside() throws IOException {
        Path record = directory.resolve("record.jsonl");
        Files.writeString(record, desk.record());
        application.verify(
                record.toString(),
                "--checkpoints="
                        + directory.resolve("data").resolve("checkpoints").resolve("checkpoints.jsonl"));
    }

    private Duration restart() {
        Instant began = Instant.now();
        application.start();
        return Duration.between(began, Instant.now());
    }

    /** The request may reach AWS after the kill. */
    private void awaitLateEffect(Kill kill) {
        if (kill.boundary().effect == Boundary.Effect.YES) {
            Waiting.until(
                    kill + " takes effect",
                    Moment.LIMIT,
                    () -> aws.share(kill.invitation()).decisions() > 0);
        }
    }

    /** The decision whose page the person was led to, if the response came before the kill. */
    private static @Nullable Long seen(CompletableFuture<HttpResponse<String>> response) {
        try {
            return Desk.number(response.join());
        } catch (CompletionException e) {
            if (e.getCause() instanceof UncheckedIOException) {
                return null;
            }
            throw e;
        }
    }
}
