package io.countersign.simulator.control;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.countersign.simulator.access.Sessions;
import io.countersign.simulator.fault.CallLog;
import io.countersign.simulator.fault.Faults;
import io.countersign.simulator.fault.Trail;
import io.countersign.simulator.http.Answer;
import io.countersign.simulator.rules.Invitations;
import io.countersign.simulator.rules.World;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;

/** {@code /_simulator/}: looks into the simulated AWS and bends it. For callers on this machine, and not for web pages. */
public final class ControlHandler implements HttpHandler {

    private static final int LIMIT = 1024 * 1024;

    /** Answers one method on one path with what is to be sent as JSON. */
    interface Endpoint {
        Object answer(byte[] body);
    }

    private final Map<String, Endpoint> endpoints;

    public ControlHandler(
            World world,
            Invitations invitations,
            Sessions sessions,
            Faults faults,
            CallLog calls,
            Trail trail,
            Runnable save) {
        this.endpoints = new TreeMap<>(new ControlEndpoints(world, invitations, faults, calls, trail, save).all());
        this.endpoints.putAll(new AccountEndpoints(world, save).all());
        this.endpoints.putAll(new AccessEndpoints(world, sessions, trail, save).all());
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        answer(exchange).send(exchange);
    }

    private Answer answer(HttpExchange exchange) throws IOException {
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
            return Answer.json(200, endpoint.answer(body));
        } catch (IllegalArgumentException e) {
            return problem(400, String.valueOf(e.getMessage()));
        }
    }

    private static byte[] body(InputStream in) throws IOException {
        return in.readNBytes(LIMIT + 1);
    }

    private static Answer problem(int status, String message) {
        return Answer.json(status, Map.of("message", message));
    }
}
