package io.countersign.kill;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Decisions of several users at the same time, and a kill among them. Every user starts at a random moment of the first
 * half of a span. The kill comes at a random moment of the second half, or with the first response, so that the
 * decisions are in flight at different steps.
 */
final class ParallelDecisions implements AutoCloseable {

    // The span follows the time that a decision takes: about one kill in six comes with the first response.
    private static final double SHORTER = 0.8;
    private static final double LONGER = 1.05;

    private static final int FOUND = 302;

    private final List<UserSession> users;
    private final Random random;
    private final ExecutorService threads;
    private double spanMillis = 2500;

    ParallelDecisions(List<UserSession> users, Random random) {
        this.users = users;
        this.random = random;
        threads = Executors.newFixedThreadPool(users.size() + 1);
    }

    /**
     * The decisions around one kill.
     *
     * @param inFlight the number of decisions without a response when the kill started
     * @param spanMillis the span of the random moments
     * @param killMillis the moment of the kill
     */
    record Killed(List<Kill> kills, long inFlight, long spanMillis, long killMillis) {}

    /** Lets each user decide one of the invitations, kills the application, and waits for the end of all requests. */
    Killed killAmong(List<String> invitations, Application application) {
        List<UserSession.Form> forms =
                indexes()
                        .mapToObj(user -> later(0, () -> users.get(user).open(invitations.get(user))))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();
        List<String> actions = indexes()
                .mapToObj(user -> random.nextBoolean() ? "ACCEPT" : "REJECT")
                .toList();
        List<CompletableFuture<HttpResponse<String>>> responses = indexes()
                .mapToObj(user ->
                        later(random.nextDouble() / 2, () -> users.get(user).send(forms.get(user), actions.get(user))))
                .toList();
        long span = (long) spanMillis;
        double moment = (1 + random.nextDouble()) / 2;
        CompletableFuture<?> response = CompletableFuture.anyOf(responses.toArray(CompletableFuture[]::new));
        CompletableFuture.anyOf(later(moment, () -> span), response).join();
        spanMillis *= response.isDone() ? SHORTER : LONGER;
        long inFlight = responses.stream().filter(sent -> !sent.isDone()).count();
        application.kill();
        List<Kill> kills = new ArrayList<>();
        indexes().forEach(user -> kills.add(kill(invitations.get(user), actions.get(user), responses.get(user))));
        return new Killed(kills, inFlight, span, (long) (moment * span));
    }

    /** A refusal, which an overloaded machine may cause, must leave as little as a kill before the intent. */
    private static Kill kill(String invitation, String action, CompletableFuture<HttpResponse<String>> response) {
        Optional<HttpResponse<String>> answer = Kill.answer(response);
        boolean refused = answer.filter(page -> page.statusCode() != FOUND).isPresent();
        return new Kill(
                refused ? Boundary.LISTED : Boundary.ANY_MOMENT,
                invitation,
                action,
                refused ? null : answer.map(UserSession::number).orElse(null));
    }

    private IntStream indexes() {
        return IntStream.range(0, users.size());
    }

    /** @param moment as a share of the span */
    private <T> CompletableFuture<T> later(double moment, Supplier<T> work) {
        return CompletableFuture.supplyAsync(
                work, CompletableFuture.delayedExecutor((long) (moment * spanMillis), TimeUnit.MILLISECONDS, threads));
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
