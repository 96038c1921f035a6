package io.countersign.simulator.http.operation;

import io.countersign.simulator.http.protocol.JsonInput;
import io.countersign.simulator.http.protocol.RoutePattern;
import io.countersign.simulator.model.ApiCaller;
import java.util.Map;

/**
 * One operation of the service: its name, its HTTP binding, and what it does.
 *
 * @param takesToken whether a client request token is required and a retry gets the first response
 */
public record ApiOperation(String name, RoutePattern route, boolean takesToken, Handler handler) {

    /** Reads the members of a request, applies the rules, and returns the members of the response. */
    public interface Handler {
        Map<String, Object> handle(ApiCaller caller, JsonInput input);
    }

    public static ApiOperation of(String name, String method, String path, Handler handler) {
        return new ApiOperation(name, new RoutePattern(method, path), false, handler);
    }

    public static ApiOperation once(String name, String method, String path, Handler handler) {
        return new ApiOperation(name, new RoutePattern(method, path), true, handler);
    }
}
