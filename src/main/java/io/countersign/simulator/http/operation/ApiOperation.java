package io.countersign.simulator.http;

import io.countersign.simulator.rules.Caller;
import java.util.Map;

/**
 * One operation of the service: its name, its HTTP binding, and what it does.
 *
 * @param takesToken whether a client request token is required, and a repetition gets the first answer
 */
record Operation(String name, Route route, boolean takesToken, Handler handler) {

    /** Reads the members of a request, calls the rules, and answers with the members of the output. */
    interface Handler {
        Map<String, Object> handle(Caller caller, Input input);
    }

    static Operation of(String name, String method, String path, Handler handler) {
        return new Operation(name, new Route(method, path), false, handler);
    }

    static Operation once(String name, String method, String path, Handler handler) {
        return new Operation(name, new Route(method, path), true, handler);
    }
}
