package io.countersign.history;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some entries, newest first, and the ways on.
 *
 * @param older where the next page starts, as {@code before}; null on the last page
 * @param newer where the previous page ends, as {@code after}; null on the first page
 */
record EntryPage(
        List<Entry> entries, @Nullable Long older, @Nullable Long newer) {}
