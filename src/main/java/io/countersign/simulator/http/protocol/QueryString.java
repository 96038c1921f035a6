package io.countersign.simulator.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parameters of a query string, decoded, in the order they came. */
record Query(List<Parameter> parameters) {

    /** A name and its value; a name alone has an empty value. */
    record Parameter(String name, String value) {}

    /** @param raw as sent; a plus is a plus, since AWS clients encode a space as %20 */
    static Query parse(@Nullable String raw) {
        var parameters = new ArrayList<Parameter>();
        for (var pair : raw == null ? new String[0] : raw.split("&")) {
            if (!pair.isEmpty()) {
                var at = pair.indexOf('=');
                parameters.add(
                        at < 0
                                ? new Parameter(decode(pair), "")
                                : new Parameter(decode(pair.substring(0, at)), decode(pair.substring(at + 1))));
            }
        }
        return new Query(parameters);
    }

    /** @param body of a form, where a plus is a space */
    static Query form(byte[] body) {
        return parse(new String(body, StandardCharsets.UTF_8).replace("+", "%20"));
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
