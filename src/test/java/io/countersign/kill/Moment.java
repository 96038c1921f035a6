package io.countersign.kill;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** When the application is killed, counted from one decision that a person makes. */
interface Moment {

    Duration LIMIT = Duration.ofMinutes(2);

    /** Who and what takes part. */
    record Scene(Stops stops, SimulatedAws aws, Desk desk, String invitation) {}

    /** Before the decision is posted. */
    default void prepare(Scene scene) {}

    /** Returns when the moment has come. */
    void await(Scene scene, Future<HttpResponse<String>> response);

    /** A thread that works on this decision has come, through these places in order, to the last one, and is held there. */
    static Moment at(List<Stop> path) {
        return new Moment() {
            @Override
            public void prepare(Scene scene) {
                scene.stops().arm(path.get(0));
            }

            @Override
            public void await(Scene scene, Future<HttpResponse<String>> response) {
                scene.stops().reach(path, scene.invitation(), LIMIT);
            }
        };
    }

    /** The same, and AWS's answer to the request was lost before. */
    static Moment unheard(List<Stop> path) {
        Moment at = at(path);
        return new Moment() {
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

    /** AWS has the request, and treats it so. */
    static Moment inFlight(String fault) {
        return new Moment() {
            @Override
            public void prepare(Scene scene) {
                scene.aws().nextUpdate(fault);
            }

            @Override
            public void await(Scene scene, Future<HttpResponse<String>> response) {
                Waiting.until("AWS has the request", LIMIT, scene.aws()::hasNextUpdate);
            }
        };
    }

    /** AWS has carried out the request, and holds its answer back. */
    static Moment carriedOut() {
        Moment inFlight = inFlight("\"latencyMillis\":600000,\"latencyAt\":\"after\"");
        return new Moment() {
            @Override
            public void prepare(Scene scene) {
                inFlight.prepare(scene);
            }

            @Override
            public void await(Scene scene, Future<HttpResponse<String>> response) {
                Waiting.until(
                        "the decision took effect",
                        LIMIT,
                        () -> scene.aws().share(scene.invitation()).decisions() > 0);
            }
        };
    }

    /** The person has the response. */
    static Moment answered() {
        return (scene, response) -> result(response);
    }

    /** The person has the response, has taken the decision back, and has the response to that. */
    static Moment withdrawn() {
        return (scene, response) -> scene.desk().withdraw(Desk.number(result(response)));
    }

    /** Some moment in the next milliseconds. */
    static Moment within(int millis) {
        return (scene, response) -> {
            try {
                response.get(ThreadLocalRandom.current().nextInt(millis), TimeUnit.MILLISECONDS);
            } catch (TimeoutException stillDeciding) {
                // so it is killed while it decides
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
