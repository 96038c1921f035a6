package io.countersign.kill;

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

    /** Before the decision is posted. */
    void prepare(Stops stops, SimulatedAws aws);

    /** Returns when the moment has come. */
    void await(Stops stops, SimulatedAws aws, Future<?> response);

    /** The thread that decides has come, through these places in order, to the last one, and is held there. */
    static Moment at(List<Stop> path) {
        return new Moment() {
            @Override
            public void prepare(Stops stops, SimulatedAws aws) {
                stops.arm(path.get(0));
            }

            @Override
            public void await(Stops stops, SimulatedAws aws, Future<?> response) {
                stops.reach(path, LIMIT);
            }
        };
    }

    /** AWS has the request, and treats it so. */
    static Moment inFlight(String fault) {
        return new Moment() {
            @Override
            public void prepare(Stops stops, SimulatedAws aws) {
                aws.nextUpdate(fault);
            }

            @Override
            public void await(Stops stops, SimulatedAws aws, Future<?> response) {
                Waiting.until("AWS has the request", LIMIT, aws::hasNextUpdate);
            }
        };
    }

    /** AWS has carried out the request, and holds its answer back. */
    static Moment carriedOut() {
        Moment inFlight = inFlight("\"latencyMillis\":600000,\"latencyAt\":\"after\"");
        return new Moment() {
            private long before;

            @Override
            public void prepare(Stops stops, SimulatedAws aws) {
                inFlight.prepare(stops, aws);
                before = aws.effects();
            }

            @Override
            public void await(Stops stops, SimulatedAws aws, Future<?> response) {
                Waiting.until("the decision took effect", LIMIT, () -> aws.effects() > before);
            }
        };
    }

    /** The person has the response. */
    static Moment answered() {
        return new Moment() {
            @Override
            public void prepare(Stops stops, SimulatedAws aws) {}

            @Override
            public void await(Stops stops, SimulatedAws aws, Future<?> response) {
                Waiting.until("the response", LIMIT, response::isDone);
            }
        };
    }

    /** Some moment in the next milliseconds. */
    static Moment within(int millis) {
        return new Moment() {
            @Override
            public void prepare(Stops stops, SimulatedAws aws) {}

            @Override
            public void await(Stops stops, SimulatedAws aws, Future<?> response) {
                try {
                    response.get(ThreadLocalRandom.current().nextInt(millis), TimeUnit.MILLISECONDS);
                } catch (TimeoutException stillDeciding) {
                    // so it is killed while it decides
                } catch (ExecutionException | InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        };
    }
}
