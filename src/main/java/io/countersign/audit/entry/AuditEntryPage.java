package io.countersign.audit.entry;

import io.countersign.audit.StoredAuditEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of entries, newest first, with links to its neighbors.
 *
 * @param older where the next page starts, as {@code before}; null on the last page
 * @param newer where the previous page ends, as {@code after}; null on the first page
 */
public record AuditEntryPage(
        List<StoredAuditEntry> entries,
        @Nullable Long older,
        @Nullable Long newer) {}
