package io.countersign.kill;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Kills the packaged application, as {@code kill -9} does, at every step of a decision. Each restart is the start of
 * the next kill, so that the database goes through all of them. The system property {@code countersign.test.kills} sets
 * the number of kills on each database; by default, the two databases share the boundaries. Both run at the same time,
 * because the test mostly waits.
 */
@ParameterizedClass
@EnumSource
@Execution(ExecutionMode.CONCURRENT)
class KillTests {

    private static final int KILLS = Integer.getInteger("countersign.test.kills", Boundary.values().length / 2);
    private static final Duration FIRST_READ = Duration.ofMinutes(3);

    @Parameter
    Database database;

    private final SimulatedAws aws = SimulatedAws.with(2 * KILLS + 8);
    private final Breakpoints breakpoints = new Breakpoints();
    private final List<Kill> kills = new ArrayList<>();
    private Path directory;
    private Application application;
    private KillReport report;
    private UserSession user;
    private RestartChecks checks;

    /** In a short run, the two databases together cover each boundary. */
    private List<Boundary> boundaries;

    @BeforeEach
    void start() {
        directory = PackagedJar.directory(database.name());
        report = KillReport.in(directory);
        boundaries = Boundary.everyOther(database.ordinal());
        application =
                new Application(directory, database.settings(aws, 1).forKills().withHold(), breakpoints);
        application.start();
        user = UserSession.signedIn(application.port(), ApplicationSettings.person(0));
        checks = new RestartChecks(user, aws);
    }

    @AfterEach
    void stop() {
        application.close();
        aws.close();
    }

    @Test
    void keepsItsGuaranteesAtEveryKill() throws IOException {
        List<SimulatedAws.Share> shares = aws.shares();
        Polling.until("the first read", FIRST_READ, () -> user.pending() == shares.size());
        Iterator<String> held = ids(shares, ApplicationSettings.HELD_TYPE::equals);
        Iterator<String> others = ids(shares, type -> !type.equals(ApplicationSettings.HELD_TYPE));
        for (int number = 0; number < KILLS; number++) {
            Boundary boundary = boundaries.get(number % boundaries.size());
            // A boundary that is used twice is used with both actions.
            String action = (number + number / Boundary.values().length) % 2 == 0 ? "ACCEPT" : "REJECT";
            Kill kill = kill(number, boundary, (boundary.isHeld() ? held : others).next(), action);
            kills.add(kill);
            if (number % 3 == 2) { // a later kill could hide a defect
                application.verify();
            }
            Duration restart = application.restart();
            awaitLateEffect(kill);
            Observation seen = checks.checkAll(kills);
            checks.checkPages(List.of(kill));
            report.add(kill, String.valueOf(seen.about(kill).state()), seen.share(kill), restart);
        }
        checks.checkEnds(kills);
        application.verifyDownload(user.record());
    }

    private static Iterator<String> ids(List<SimulatedAws.Share> shares, Predicate<String> type) {
        return shares.stream()
                .filter(share -> type.test(share.type()))
                .map(SimulatedAws.Share::id)
                .iterator();
    }

    private Kill kill(int number, Boundary boundary, String invitation, String action) {
        KillMoment.Scene scene = new KillMoment.Scene(breakpoints, aws, user, invitation);
        UserSession.Form form = user.open(invitation);
        boundary.moment.prepare(scene);
        CompletableFuture<HttpResponse<String>> response = CompletableFuture.supplyAsync(() -> user.send(form, action));
        boundary.moment.await(scene, response);
        application.kill();
        if (number % 2 == 1) {
            application.killDatabase();
        }
        return new Kill(
                boundary,
                invitation,
                action,
                Kill.answer(response).map(UserSession::number).orElse(null));
    }

    /** The request may reach AWS after the kill. */
    private void awaitLateEffect(Kill kill) {
        if (kill.boundary().effect == Boundary.Effect.YES) {
            Polling.until(
                    kill + " takes effect",
                    KillMoment.LIMIT,
                    () -> aws.share(kill.invitation()).decisions() > 0);
        }
    }
}
