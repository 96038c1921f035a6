package io.countersign.simulator.http.protocol;

import com.sun.net.httpserver.HttpExchange;
import io.countersign.simulator.model.AwsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** A response: status, headers and body. The body is JSON unless a header says otherwise. */
public record HttpAnswer(int status, Map<String, String> headers, byte[] body) {

    private static final JsonMapper JSON = JsonMapper.shared();

    public static HttpAnswer json(int status, Object body) {
        return new HttpAnswer(status, Map.of(), JSON.writeValueAsBytes(body));
    }

    public static HttpAnswer raw(int status, String body) {
        return new HttpAnswer(status, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    public static HttpAnswer xml(int status, String body) {
        return new HttpAnswer(status, Map.of("Content-Type", "text/xml"), body.getBytes(StandardCharsets.UTF_8));
    }

    public static HttpAnswer error(AwsException error) {
        var body = new LinkedHashMap<String, Object>();
        body.put("Message", error.getMessage());
        body.putAll(error.members());
        return new HttpAnswer(error.status(), Map.of("x-amzn-ErrorType", error.code()), JSON.writeValueAsBytes(body));
    }

    public void send(HttpExchange exchange) throws IOException {
        var sent = exchange.getResponseHeaders();
        sent.set("Content-Type", "application/json");
        headers.forEach(sent::set);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }
}
