package io.countersign.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the control endpoints. */
public final class ControlClient {

    private final HttpClient http = HttpClient.newHttpClient();
    private final Simulator simulator;

    public ControlClient(Simulator simulator) {
        this.simulator = simulator;
    }

    public JsonNode send(String method, String path, String body) {
        return JsonMapper.shared().readTree(exchange(method, path, body).body());
    }

    public JsonNode get(String path) {
        return send("GET", path, "");
    }

    HttpResponse<String> exchange(String method, String path, String body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + simulator.port() + "/_simulator/" + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
