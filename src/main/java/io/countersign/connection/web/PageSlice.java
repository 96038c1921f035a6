package io.countersign.connection.web;

import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A page of a long list, with links to the previous and next pages.
 *
 * @param from the number of its first row, counted from 1; 0 if the list is empty
 * @param previous a path; null at the start
 * @param next a path; null at the end
 */
public record PageSlice<T>(
        List<T> rows,
        int from,
        int to,
        int total,
        @Nullable String previous,
        @Nullable String next) {

    static final int SIZE = 100;

    /** @param requested counted from 1; numbers beyond the end give the last page */
    public static <T> PageSlice<T> of(List<T> all, int requested, IntFunction<String> link) {
        int pages = Math.max(1, (all.size() + SIZE - 1) / SIZE);
        int page = Math.min(Math.max(1, requested), pages);
        int start = (page - 1) * SIZE;
        int end = Math.min(all.size(), start + SIZE);
        return new PageSlice<>(
                all.subList(start, end),
                all.isEmpty() ? 0 : start + 1,
                end,
                all.size(),
                page > 1 ? link.apply(page - 1) : null,
                page < pages ? link.apply(page + 1) : null);
    }
}
