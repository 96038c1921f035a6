package io.countersign.simulator.http;

import com.sun.net.httpserver.HttpExchange;
import io.countersign.simulator.fault.CallCounter;
import io.countersign.simulator.fault.CallTrail;
import io.countersign.simulator.fault.DelayScheduler;
import io.countersign.simulator.fault.FaultPlan;
import io.countersign.simulator.fault.FaultRule;
import io.countersign.simulator.http.protocol.HttpAnswer;
import io.countersign.simulator.http.service.ServiceApi;
import io.countersign.simulator.http.service.ServiceCall;
import io.countersign.simulator.http.signature.SignedCaller;
import io.countersign.simulator.model.AwsException;
import java.io.IOException;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Runs one call according to its fault plan. It holds no thread while it is delayed. */
final class CallExchange {

    private static final System.Logger LOG = System.getLogger(CallExchange.class.getName());

    /** The objects that all calls share. */
    record SharedServices(
            DelayScheduler delays, CallCounter calls, CallTrail trail, InstantSource clock, Runnable save) {}

    private final HttpExchange http;
    private final ServiceApi api;
    private final ServiceCall call;
    private final SignedCaller signed;
    private final FaultPlan plan;
    private final String requestId;
    private final SharedServices shared;

    CallExchange(
            HttpExchange http,
            ServiceApi api,
            ServiceCall call,
            SignedCaller signed,
            FaultPlan plan,
            String requestId,
            SharedServices shared) {
        this.http = http;
        this.api = api;
        this.call = call;
        this.signed = signed;
        this.plan = plan;
        this.requestId = requestId;
        this.shared = shared;
    }

    void run() {
        shared.delays().after(plan.latencyBefore(), () -> {
            if (plan.resets("before")) {
                finish(null);
            } else {
                var answer = planned();
                shared.delays().after(plan.latencyAfter(), () -> finish(plan.resets("after") ? null : answer));
            }
        });
    }

    private HttpAnswer planned() {
        var answer = plan.throttled()
                ? refused(AwsException.throttled())
                : plan.error().map(this::failed).orElseGet(this::perform);
        return plan.answer()
                .map(given -> HttpAnswer.raw(given.status() == null ? 200 : given.status(), given.body()))
                .orElse(answer);
    }

    private HttpAnswer perform() {
        try {
            refuseWithoutPermission();
            var answer = call.work().apply(signed);
            shared.save().run();
            recordCall(null);
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
        if (call.needsPermission() && !signed.identity().isAllowed(action)) {
            throw AwsException.accessDenied("User: " + signed.identity().arn() + " is not authorized to perform: "
                    + action + " because no identity-based policy allows the " + action + " action");
        }
    }

    private HttpAnswer failed(FaultRule.Error error) {
        var message = error.message() == null ? "Simulated " + error.code() : error.message();
        return refused(new AwsException(error.status(), error.code(), message));
    }

    private HttpAnswer refused(AwsException error) {
        recordCall(error.code());
        return api.error(error, requestId);
    }

    private void recordCall(@Nullable String error) {
        var who = signed.identity();
        shared.trail()
                .add(new CallTrail.Entry(
                        shared.clock().instant(),
                        call.operation(),
                        who.account(),
                        signed.region(),
                        who.arn(),
                        signed.accessKeyId(),
                        who.sourceIdentity(),
                        requestId,
                        error));
    }

    /** @param answer null to drop the connection */
    private void finish(@Nullable HttpAnswer answer) {
        int status = answer == null ? CallCounter.NO_ANSWER : answer.status();
        shared.calls().add(call.operation(), signed.identity().account(), signed.region(), status);
        try {
            if (answer != null) {
                answer.send(http);
            }
        } catch (IOException e) {
            // the client has closed the connection, which is common after a long delay
            LOG.log(System.Logger.Level.DEBUG, "the client has closed the connection", e);
        } finally {
            // closing before any header was sent drops the connection
            http.close();
        }
    }
}
