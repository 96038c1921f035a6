package io.countersign.simulator.model;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One page of a list. The next page starts after a sort key, so that it repeats and skips nothing when earlier items disappear. */
public record ResultPage<T>(List<T> items, @Nullable String nextToken) {

    public static <T> ResultPage<T> of(Stream<T> all, Function<T, String> sortKey, PageRequest request) {
        var after = request.after();
        return ofRest(
                all.filter(item -> sortKey.apply(item).compareTo(after) > 0).sorted(Comparator.comparing(sortKey)),
                sortKey,
                request);
    }

    /** @param sorted the items after the previous page, in order */
    public static <T> ResultPage<T> ofRest(Stream<T> sorted, Function<T, String> sortKey, PageRequest request) {
        var rest = sorted.limit(request.limit() + 1L).toList();
        if (rest.size() <= request.limit()) {
            return new ResultPage<>(rest, null);
        }
        var items = rest.subList(0, request.limit());
        return new ResultPage<>(items, request.tokenAfter(sortKey.apply(items.get(items.size() - 1))));
    }
}
