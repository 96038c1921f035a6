package io.countersign.simulator.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.countersign.simulator.fault.CallLog;
import io.countersign.simulator.fault.Fault;
import io.countersign.simulator.fault.Faults;
import io.countersign.simulator.fault.Plan;
import io.countersign.simulator.rules.AwsException;
import io.countersign.simulator.rules.Caller;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Takes a call from the wire through signature, faults and rules to its answer. */
public final class ServiceHandler implements HttpHandler {

    private static final System.Logger LOG = System.getLogger(ServiceHandler.class.getName());

    private final SignatureCheck signatures;
    private final Service service;
    private final Faults faults;
    private final CallLog calls;
    private final Runnable save;

    public ServiceHandler(SignatureCheck signatures, Service service, Faults faults, CallLog calls, Runnable save) {
        this.signatures = signatures;
        this.service = service;
        this.faults = faults;
        this.calls = calls;
        this.save = save;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        var answer = answer(exchange);
        if (answer.isPresent()) {
            answer.get().send(exchange);
        } else {
            // closing before any header was sent drops the connection
            exchange.close();
        }
    }

    private Optional<Answer> answer(HttpExchange exchange) throws IOException {
        try {
            var request = RequestReader.read(exchange);
            var match = service.find(request);
            var caller = signatures.caller(request);
            var plan = faults.meet(match.operation().name(), caller.account(), caller.region());
            var answer = planned(plan, match, caller, request);
            calls.add(
                    match.operation().name(),
                    caller.account(),
                    caller.region(),
                    answer.map(Answer::status).orElse(CallLog.NO_ANSWER));
            return answer;
        } catch (AwsException e) {
            return Optional.of(Answer.error(e));
        }
    }

    private Optional<Answer> planned(Plan plan, Service.Match match, Caller caller, Request request) {
        pause(plan.latencyBefore());
        if (plan.resets("before")) {
            return Optional.empty();
        }
        var answer = plan.throttled()
                ? Answer.error(AwsException.throttled())
                : plan.error().map(ServiceHandler::failed).orElseGet(() -> perform(match, caller, request));
        pause(plan.latencyAfter());
        if (plan.resets("after")) {
            return Optional.empty();
        }
        return Optional.of(plan.answer()
                .map(given -> Answer.raw(given.status() == null ? 200 : given.status(), given.body()))
                .orElse(answer));
    }

    private Answer perform(Service.Match match, Caller caller, Request request) {
        try {
            var output = service.perform(match, caller, request);
            save.run();
            return Answer.json(200, output);
        } catch (AwsException e) {
            return Answer.error(e);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, match.operation().name() + " failed in the simulator", e);
            return Answer.error(new AwsException(500, "InternalServerException", "The simulator failed; see its log."));
        }
    }

    private static Answer failed(Fault.Error error) {
        var message = error.message() == null ? "Simulated " + error.code() : error.message();
        return Answer.error(new AwsException(error.status(), error.code(), message));
    }

    private static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
