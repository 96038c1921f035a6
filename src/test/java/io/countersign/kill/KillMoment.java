package io.countersign.kill;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The moment of the kill, relative to one decision of a user. */
interface KillMoment {

    Duration LIMIT = Duration.ofMinutes(2);

    /** The participants of one kill. */
    record Scene(Breakpoints breakpoints, SimulatedAws aws, UserSession user, String invitation) {}

    /** Runs before the decision is posted. */
    default void prepare(Scene scene) {}

    /** Returns when the moment has come. */
    void await(Scene scene, Future<HttpResponse<String>> response);

    /** Waits until a thread that works on this decision passed these methods in order and is held at the last one. */
    static KillMoment at(List<Breakpoint> path) {
        return new KillMoment() {
            @Override
            public void prepare(Scene scene) {
                scene.breakpoints().arm(path.get(0));
            }

            @Override
            public void await(Scene scene, Future<HttpResponse<String>> response) {
                scene.breakpoints().reach(path, scene.invitation(), LIMIT);
            }
        };
    }

    /** Does the same after AWS's answer to the request was lost. */
    static KillMoment afterLostAnswer(List<Breakpoint> path) {
        KillMoment at = at(path);
        return new KillMoment() {
            @Override
            public void prepare(Scene scene) {
                scene.aws().nextUpdate("\"reset\":\"after\"");
                at.prepare(scene);
            }

            @Override
            public void await(Scene scene, Future<HttpResponse<String>> response) {
                at.await(scene, response);
            }
        };
    }

    /** Waits until AWS received the request, which it treats with the given fault. */
    static KillMoment inFlight(String fault) {
        return new KillMoment() {
            @Override
            public void prepare(Scene scene) {
                scene.aws().nextUpdate(fault);
            }

            @Override
            public void await(Scene scene, Future<HttpResponse<String>> response) {
                Polling.until("AWS has the request", LIMIT, scene.aws()::hasNextUpdate);
            }
        };
    }

    /** Waits until AWS executed the request, and delays its answer. */
    static KillMoment afterExecution() {
        KillMoment inFlight = inFlight("\"latencyMillis\":600000,\"latencyAt\":\"after\"");
        return new KillMoment() {
            @Override
            public void prepare(Scene scene) {
                inFlight.prepare(scene);
            }

            @Override
            public void await(Scene scene, Future<HttpResponse<String>> response) {
                Polling.until(
                        "the decision took effect",
                        LIMIT,
                        () -> scene.aws().share(scene.invitation()).decisions() > 0);
            }
        };
    }

    /** Waits until the user has the response. */
    static KillMoment answered() {
        return (scene, response) -> result(response);
    }

    /** Waits until the user has the response, withdrew the decision, and has the response to that. */
    static KillMoment withdrawn() {
        return (scene, response) -> scene.user().withdraw(UserSession.number(result(response)));
    }

    /** Waits for a random time below the limit. */
    static KillMoment atRandom(int millis) {
        return (scene, response) -> {
            try {
                response.get(ThreadLocalRandom.current().nextInt(millis), TimeUnit.MILLISECONDS);
            } catch (TimeoutException stillDeciding) {
                // The application is killed while it decides.
            } catch (ExecutionException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    private static HttpResponse<String> result(Future<HttpResponse<String>> response) {
        try {
            return response.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | InterruptedException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }
}
