package io.countersign.simulator.http.protocol;

import com.sun.net.httpserver.HttpExchange;
import io.countersign.simulator.model.AwsException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

/** Reads an HTTP request up to a size limit. */
public final class RequestReader {

    /** A lens may have 500 000 characters, and JSON escapes can double them. */
    private static final int LIMIT = 2 * 1024 * 1024;

    private RequestReader() {}

    public static AwsRequest read(HttpExchange exchange, String id) throws IOException {
        var body = exchange.getRequestBody().readNBytes(LIMIT + 1);
        if (body.length > LIMIT) {
            throw new AwsException(
                    413, "RequestEntityTooLargeException", "The body is larger than " + LIMIT + " bytes.");
        }
        var headers = new LinkedHashMap<String, List<String>>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
        var uri = exchange.getRequestURI();
        var path = uri.getRawPath() == null ? "/" : uri.getRawPath();
        return new AwsRequest(id, exchange.getRequestMethod(), path, uri.getRawQuery(), headers, body);
    }
}
