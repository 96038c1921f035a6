package io.countersign.simulator.http;

import com.sun.net.httpserver.HttpExchange;
import io.countersign.simulator.fault.CallLog;
import io.countersign.simulator.fault.Fault;
import io.countersign.simulator.fault.Pauses;
import io.countersign.simulator.fault.Plan;
import io.countersign.simulator.fault.Trail;
import io.countersign.simulator.rules.AwsException;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One call from its plan to its answer. It may wait in between, and holds no thread then. */
final class Exchange {

    private static final System.Logger LOG = System.getLogger(Exchange.class.getName());

    /** What all calls share. */
    record Surroundings(Pauses pauses, CallLog calls, Trail trail, Runnable save) {}

    private final HttpExchange http;
    private final Api api;
    private final Call call;
    private final Signed signed;
    private final Plan plan;
    private final String requestId;
    private final Surroundings around;

    Exchange(HttpExchange http, Api api, Call call, Signed signed, Plan plan, String requestId, Surroundings around) {
        this.http = http;
        this.api = api;
        this.call = call;
        this.signed = signed;
        this.plan = plan;
        this.requestId = requestId;
        this.around = around;
    }

    void run() {
        around.pauses().after(plan.latencyBefore(), () -> {
            if (plan.resets("before")) {
                finish(null);
            } else {
                var answer = planned();
                around.pauses().after(plan.latencyAfter(), () -> finish(plan.resets("after") ? null : answer));
            }
        });
    }

    private Answer planned() {
        var answer = plan.throttled()
                ? refused(AwsException.throttled())
                : plan.error().map(this::failed).orElseGet(this::perform);
        return plan.answer()
                .map(given -> Answer.raw(given.status() == null ? 200 : given.status(), given.body()))
                .orElse(answer);
    }

    private Answer perform() {
        try {
            refuseWithoutPermission();
            var answer = call.work().apply(signed);
            around.save().run();
            note(null);
            return answer;
        } catch (AwsException e) {
            return refused(e);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, call.operation() + " failed in the simulator", e);
            return refused(new AwsException(500, "InternalServerException", "The simulator failed; see its log."));
        }
    }

    private void refuseWithoutPermission() {
        var action = api.service() + ":" + call.operation();
        if (call.needsPermission() && !signed.identity().may(action)) {
            throw AwsException.accessDenied("User: " + signed.identity().arn() + " is not authorized to perform: "
                    + action + " because no identity-based policy allows the " + action + " action");
        }
    }

    private Answer failed(Fault.Error error) {
        var message = error.message() == null ? "Simulated " + error.code() : error.message();
        return refused(new AwsException(error.status(), error.code(), message));
    }

    private Answer refused(AwsException error) {
        note(error.code());
        return api.error(error, requestId);
    }

    private void note(@Nullable String error) {
        var who = signed.identity();
        around.trail()
                .add(new Trail.Entry(
                        Instant.now(),
                        call.operation(),
                        who.account(),
                        signed.region(),
                        who.arn(),
                        who.sourceIdentity(),
                        requestId,
                        error));
    }

    /** @param answer null to drop the connection */
    private void finish(@Nullable Answer answer) {
        int status = answer == null ? CallLog.NO_ANSWER : answer.status();
        around.calls().add(call.operation(), signed.identity().account(), signed.region(), status);
        try {
            if (answer != null) {
                answer.send(http);
            }
        } catch (IOException e) {
            // the caller has gone; a call that hung meets this often
            LOG.log(System.Logger.Level.DEBUG, "no one waits for the answer", e);
        } finally {
            // closing before any header was sent drops the connection
            http.close();
        }
    }
}
