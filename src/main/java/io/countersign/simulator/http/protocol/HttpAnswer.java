package io.countersign.simulator.http;

import com.sun.net.httpserver.HttpExchange;
import io.countersign.simulator.rules.AwsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** An answer ready to be sent: status, headers and body, which is JSON unless a header says otherwise. */
public record Answer(int status, Map<String, String> headers, byte[] body) {

    private static final JsonMapper JSON = JsonMapper.shared();

    public static Answer json(int status, Object body) {
        return new Answer(status, Map.of(), JSON.writeValueAsBytes(body));
    }

    static Answer raw(int status, String body) {
        return new Answer(status, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    static Answer xml(int status, String body) {
        return new Answer(status, Map.of("Content-Type", "text/xml"), body.getBytes(StandardCharsets.UTF_8));
    }

    static Answer error(AwsException error) {
        var body = new LinkedHashMap<String, Object>();
        body.put("Message", error.getMessage());
        body.putAll(error.members());
        return new Answer(error.status(), Map.of("x-amzn-ErrorType", error.code()), JSON.writeValueAsBytes(body));
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
