package io.countersign.simulator.http.protocol;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A method and a path with labels in braces. A label is one segment of the raw path: an ARN in it has its slash encoded. */
public record RoutePattern(String method, List<String> template) {

    public RoutePattern(String method, String template) {
        this(method, List.of(template.split("/", -1)));
    }

    /**
     * @param given the segments of the raw path, the first of which is empty
     * @return the labels, decoded, if the request fits
     */
    public Optional<Map<String, String>> match(String requestMethod, String[] given) {
        if (!method.equals(requestMethod) || template.size() != given.length) {
            return Optional.empty();
        }
        var labels = new LinkedHashMap<String, String>();
        for (int i = 0; i < given.length; i++) {
            var wanted = template.get(i);
            if (wanted.startsWith("{") && !given[i].isEmpty()) {
                labels.put(wanted.substring(1, wanted.length() - 1), decode(given[i]));
            } else if (!wanted.equals(given[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(labels);
    }

    private static String decode(String segment) {
        return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
