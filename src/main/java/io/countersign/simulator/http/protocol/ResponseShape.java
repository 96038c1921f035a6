package io.countersign.simulator.http;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A structure of an answer. Members without a value are left out, as AWS does. */
final class Shape {

    private Shape() {}

    static Map<String, Object> of(@Nullable Object... namesAndValues) {
        var shape = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            var value = namesAndValues[i + 1];
            if (value != null) {
                shape.put((String) namesAndValues[i], value);
            }
        }
        return shape;
    }

    /** A timestamp in a JSON body is seconds since the epoch, with a fraction. */
    static double timestamp(Instant instant) {
        return instant.toEpochMilli() / 1000.0;
    }
}
