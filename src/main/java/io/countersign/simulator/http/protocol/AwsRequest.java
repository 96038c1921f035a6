package io.countersign.simulator.http.protocol;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request as the client sent it.
 *
 * @param id the request id that the response repeats
 * @param rawPath as sent, still encoded
 * @param headers by name in lower case
 */
public record AwsRequest(
        String id,
        String method,
        String rawPath,
        @Nullable String rawQuery,
        Map<String, List<String>> headers,
        byte[] body) {

    public Optional<String> header(String name) {
        var values = headers.get(name);
        return values == null ? Optional.empty() : Optional.of(String.join(",", values));
    }

    public QueryString query() {
        return QueryString.parse(rawQuery);
    }
}
