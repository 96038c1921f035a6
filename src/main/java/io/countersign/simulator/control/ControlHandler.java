package io.countersign.simulator.control;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.countersign.simulator.access.SessionStore;
import io.countersign.simulator.fault.CallCounter;
import io.countersign.simulator.fault.CallTrail;
import io.countersign.simulator.fault.FaultRegistry;
import io.countersign.simulator.http.protocol.HttpAnswer;
import io.countersign.simulator.rules.InvitationRules;
import io.countersign.simulator.rules.SimulatedAws;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;

/** Serves {@code /_simulator/}: reads and changes the simulated AWS. It accepts local programs only, and no web pages. */
public final class ControlHandler implements HttpHandler {

    private static final int LIMIT = 1024 * 1024;

    /** Handles one method on one path and returns the value to send as JSON. */
    interface Endpoint {
        Object answer(byte[] body);
    }

    private final Map<String, Endpoint> endpoints;

    public ControlHandler(
            SimulatedAws aws,
            InvitationRules invitations,
            SessionStore sessions,
            FaultRegistry faults,
            CallCounter calls,
            CallTrail trail,
            Runnable save) {
        this.endpoints = new TreeMap<>(new ControlEndpoints(aws, invitations, faults, calls, trail, save).all());
        this.endpoints.putAll(new AccountEndpoints(aws, save).all());
        this.endpoints.putAll(new AccessEndpoints(aws, sessions, trail, save).all());
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        answer(exchange).send(exchange);
    }

    private HttpAnswer answer(HttpExchange exchange) throws IOException {
        var foreign = exchange.getRequestHeaders().containsKey("Origin");
        if (foreign || !exchange.getRemoteAddress().getAddress().isLoopbackAddress()) {
            return problem(403, "Only programs on this machine may use the control endpoints.");
        }
        var body = body(exchange.getRequestBody());
        if (body.length > LIMIT) {
            return problem(413, "The body is larger than " + LIMIT + " bytes.");
        }
        var endpoint = endpoints.get(exchange.getRequestMethod() + " "
                + exchange.getRequestURI().getPath().substring("/_simulator/".length()));
        if (endpoint == null) {
            return problem(404, "Known are " + String.join(", ", endpoints.keySet()) + ".");
        }
        try {
            return HttpAnswer.json(200, endpoint.answer(body));
        } catch (IllegalArgumentException e) {
            return problem(400, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            // without an answer the client would see a closed connection only
            return problem(500, e.toString());
        }
    }

    private static byte[] body(InputStream in) throws IOException {
        return in.readNBytes(LIMIT + 1);
    }

    private static HttpAnswer problem(int status, String message) {
        return HttpAnswer.json(status, Map.of("message", message));
    }
}
