package io.countersign.simulator.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A method and a path with labels in braces. A label is one segment of the raw path: an ARN in it has its slash encoded. */
record Route(String method, String template) {

    /** @return the labels, decoded, if the request fits */
    Optional<Map<String, String>> match(String requestMethod, String rawPath) {
        var wanted = template.split("/", -1);
        var given = rawPath.split("/", -1);
        if (!method.equals(requestMethod) || wanted.length != given.length) {
            return Optional.empty();
        }
        var labels = new LinkedHashMap<String, String>();
        for (int i = 0; i < wanted.length; i++) {
            if (wanted[i].startsWith("{") && !given[i].isEmpty()) {
                labels.put(wanted[i].substring(1, wanted[i].length() - 1), decode(given[i]));
            } else if (!wanted[i].equals(given[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(labels);
    }

    private static String decode(String segment) {
        return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
