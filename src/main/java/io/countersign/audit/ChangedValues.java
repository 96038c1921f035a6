package io.countersign.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Describes the changed values of an object, one line each, with old and new value: {@code name: Retail → Retail prod}.
 *
 * @param <T> the type of the object
 */
public final class ChangedValues<T> {

    private final @Nullable T before;
    private final @Nullable T after;
    private final List<String> lines = new ArrayList<>();

    /**
     * @param before null for a new object
     * @param after null for a removed object
     */
    public ChangedValues(@Nullable T before, @Nullable T after) {
        this.before = before;
        this.after = after;
    }

    /** Adds a line if the value changed. */
    public ChangedValues<T> value(String name, Function<T, @Nullable Object> value) {
        Object old = before == null ? null : value.apply(before);
        Object now = after == null ? null : value.apply(after);
        if (!Objects.equals(old, now)) {
            lines.add(name + ": " + text(old) + " → " + text(now));
        }
        return this;
    }

    public List<String> lines() {
        return lines;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "none" : value.toString();
    }
}
