package io.countersign.simulator.http.protocol;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The decoded parameters of a query string, in their order. */
public record QueryString(List<Parameter> parameters) {

    /** A name and its value; a name alone has an empty value. */
    public record Parameter(String name, String value) {}

    /** @param raw as sent; a plus stays a plus, because AWS clients encode a space as %20 */
    public static QueryString parse(@Nullable String raw) {
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
        return new QueryString(parameters);
    }

    /** @param body of a form, where a plus is a space */
    public static QueryString form(byte[] body) {
        return parse(new String(body, StandardCharsets.UTF_8).replace("+", "%20"));
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
