package io.countersign.simulator.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was sent.
 *
 * @param id what the answer is known by
 * @param rawPath as sent, still encoded
 * @param headers by name in lower case
 */
record Request(
        String id,
        String method,
        String rawPath,
        @Nullable String rawQuery,
        Map<String, List<String>> headers,
        byte[] body) {

    Optional<String> header(String name) {
        var values = headers.get(name);
        return values == null ? Optional.empty() : Optional.of(String.join(",", values));
    }

    Query query() {
        return Query.parse(rawQuery);
    }
}
