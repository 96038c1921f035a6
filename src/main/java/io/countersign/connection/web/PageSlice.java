package io.countersign.connection.web;

import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A part of a long list, with the ways to the parts beside it.
 *
 * @param from the number of its first row, counted from 1; 0 where there is none
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

    /** @param wanted counted from 1; beyond the end the last page is given */
    public static <T> PageSlice<T> of(List<T> all, int wanted, IntFunction<String> link) {
        int pages = Math.max(1, (all.size() + SIZE - 1) / SIZE);
        int page = Math.min(Math.max(1, wanted), pages);
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
