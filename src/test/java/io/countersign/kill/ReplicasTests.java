package io.countersign.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.TestPostgres;
import io.countersign.kill.SimulatedAws.Share;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/** Runs two processes of the packaged application on one PostgreSQL, with fifty users who decide differently. */
class ReplicasTests {

    private static final int PEOPLE = 50;
    private static final int INVITATIONS = 200;
    /** The number of races of all users about one invitation. */
    private static final int RACES = Integer.getInteger("countersign.races", 3);

    /** The number of users who decide each invitation. */
    private static final int RIVALS = 4;

    private static final SimulatedAws AWS = SimulatedAws.with(RACES + INVITATIONS);
    private static final List<Application> REPLICAS = new ArrayList<>();
    private static final List<UserSession> USERS = new ArrayList<>();
    private static final ExecutorService THREADS = Executors.newFixedThreadPool(PEOPLE);

    @BeforeAll
    static void start() throws Exception {
        Path directory = PackagedJar.directory("replicas");
        SimpleDriverDataSource database = TestPostgres.running().empty();
        for (int i = 0; i < 2; i++) {
            Application replica = new Application(directory, ApplicationSettings.on(database, AWS, PEOPLE), null);
            REPLICAS.add(replica);
            replica.start();
        }
        USERS.addAll(all(IntStream.range(0, PEOPLE)
                .<Callable<UserSession>>mapToObj(person ->
                        () -> UserSession.signedIn(REPLICAS.get(person % 2).port(), ApplicationSettings.person(person)))
                .toList()));
        Polling.until(
                "the first read", Duration.ofMinutes(3), () -> USERS.get(0).pending() == RACES + INVITATIONS);
    }

    @AfterAll
    static void stop() {
        THREADS.shutdownNow();
        REPLICAS.forEach(Application::close);
        AWS.close();
    }

    /** Repeated, because the order of events differs; {@code -Dcountersign.races=20} repeats it twenty times. */
    @Test
    void letsOneOfFiftyUsersDecideAndTellsTheOthersWhoDid() throws Exception {
        for (String invitation : invitations().subList(0, RACES)) {
            race(invitation);
        }
    }

    private static void race(String invitation) throws Exception {
        long effects = AWS.effects();
        int sent = AWS.updates().size();
        CyclicBarrier allHaveOpenedIt = new CyclicBarrier(PEOPLE);
        List<HttpResponse<String>> answers = all(IntStream.range(0, PEOPLE)
                .<Callable<HttpResponse<String>>>mapToObj(person -> () -> {
                    UserSession.Form form = USERS.get(person).open(invitation);
                    allHaveOpenedIt.await();
                    return USERS.get(person).send(form, action(person));
                })
                .toList());
        List<Integer> winners = IntStream.range(0, PEOPLE)
                .filter(person -> answers.get(person).statusCode() == 302)
                .boxed()
                .toList();
        assertThat(winners).hasSize(1);
        String told = "View the decision of " + ApplicationSettings.person(winners.get(0)) + ": ";
        answers.remove((int) winners.get(0));
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(409);
            assertThat(answer.body()).contains(told);
        });
        assertThat(AWS.updates()).hasSize(sent + 1);
        assertThat(AWS.effects()).isEqualTo(effects + 1);
        assertDecidedOnce(AWS.share(invitation), USERS.get(0).history(), PEOPLE);
    }

    @Test
    void letsOneOfFourUsersDecideEachOfTwoHundredInvitations() throws Exception {
        List<String> invitations = invitations().subList(RACES, RACES + INVITATIONS);
        long effects = AWS.effects();
        int sent = AWS.updates().size();
        CyclicBarrier allHaveOpenedTheirs = new CyclicBarrier(PEOPLE);
        all(IntStream.range(0, PEOPLE)
                .<Callable<Integer>>mapToObj(person -> () -> decideAllOf(person, invitations, allHaveOpenedTheirs))
                .toList());
        assertThat(AWS.updates()).hasSize(sent + INVITATIONS);
        assertThat(AWS.effects()).isEqualTo(effects + INVITATIONS);
        List<HistoryEntry> history = USERS.get(0).history();
        List<Share> shares = AWS.shares().stream()
                .filter(share -> invitations.contains(share.id()))
                .toList();
        assertThat(shares).hasSize(INVITATIONS).allSatisfy(share -> assertDecidedOnce(share, history, RIVALS));
    }

    /** Each user starts at another invitation, so that four users decide one at about the same time. */
    private static int decideAllOf(int person, List<String> invitations, CyclicBarrier allHaveOpenedTheirs)
            throws Exception {
        UserSession user = USERS.get(person);
        List<UserSession.Form> forms = new ArrayList<>();
        List<String> actions = new ArrayList<>();
        for (int number = 0; number < invitations.size(); number++) {
            int rival = Math.floorMod(person - RIVALS * number, PEOPLE);
            if (rival < RIVALS) {
                forms.add(user.open(invitations.get(number)));
                actions.add(action(rival));
            }
        }
        allHaveOpenedTheirs.await();
        for (int i = 0; i < forms.size(); i++) {
            assertThat(user.send(forms.get(i), actions.get(i)).statusCode()).isIn(302, 409);
        }
        return person;
    }

    private static void assertDecidedOnce(Share share, List<HistoryEntry> history, int people) {
        List<HistoryEntry> entries = history.stream()
                .filter(entry -> share.id().equals(entry.invitation()))
                .toList();
        assertThat(share.decisions()).as("decisions on " + share).isEqualTo(1);
        assertThat(entries).as("decided here, not elsewhere").noneMatch(entry -> entry.outcome()
                .equals("GONE"));
        HistoryEntry sent = only("SENDING", entries);
        HistoryEntry confirmed = only("CONFIRMED", entries);
        assertThat(confirmed.decision()).isEqualTo(sent.decision());
        assertThat(share.status()).isEqualTo(confirmed.action() + "ED");
        assertThat(entries)
                .filteredOn(entry -> entry.outcome().equals("REFUSED"))
                .hasSize(people - 1);
        assertThat(AWS.updates()).containsOnlyOnce(Objects.requireNonNull(sent.decision()));
    }

    private static HistoryEntry only(String outcome, List<HistoryEntry> entries) {
        List<HistoryEntry> found = entries.stream()
                .filter(entry -> entry.outcome().equals(outcome))
                .toList();
        assertThat(found).as(outcome).hasSize(1);
        return found.get(0);
    }

    private static String action(int number) {
        return number % 2 == 0 ? "ACCEPT" : "REJECT";
    }

    private static List<String> invitations() {
        return AWS.shares().stream().map(Share::id).toList();
    }

    private static <T> List<T> all(Collection<Callable<T>> calls) throws Exception {
        List<T> results = new ArrayList<>();
        for (Future<T> result : THREADS.invokeAll(calls)) {
            results.add(result.get());
        }
        return results;
    }
}
