package io.countersign.simulator.rules;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Part of a list. It goes on by sort key, so that a page neither repeats nor skips when lines before it go away. */
public record Page<T>(List<T> items, @Nullable String nextToken) {

    static <T> Page<T> of(Stream<T> all, Function<T, String> sortKey, PageRequest request) {
        var after = request.after();
        return ofRest(
                all.filter(item -> sortKey.apply(item).compareTo(after) > 0).sorted(Comparator.comparing(sortKey)),
                sortKey,
                request);
    }

    /** @param sorted what comes after the page before, in order */
    static <T> Page<T> ofRest(Stream<T> sorted, Function<T, String> sortKey, PageRequest request) {
        var rest = sorted.limit(request.limit() + 1L).toList();
        if (rest.size() <= request.limit()) {
            return new Page<>(rest, null);
        }
        var items = rest.subList(0, request.limit());
        return new Page<>(items, request.tokenAfter(sortKey.apply(items.get(items.size() - 1))));
    }
}
