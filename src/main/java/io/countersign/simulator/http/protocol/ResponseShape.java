package io.countersign.simulator.http.protocol;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds a structure of a response. A member without a value is left out, as AWS does. */
public final class ResponseShape {

    private final Map<String, Object> members = new LinkedHashMap<>();

    /** @param namesAndValues a name and its value in turn */
    public static Map<String, Object> of(@Nullable Object... namesAndValues) {
        var shape = new ResponseShape();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            shape.with(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return shape.toMap();
    }

    public ResponseShape with(String name, @Nullable Object value) {
        if (value != null) {
            members.put(name, value);
        }
        return this;
    }

    public Map<String, Object> toMap() {
        return members;
    }

    /** A timestamp in a JSON body is seconds since the epoch, with a fraction. */
    public static double timestamp(Instant instant) {
        return instant.toEpochMilli() / 1000.0;
    }
}
