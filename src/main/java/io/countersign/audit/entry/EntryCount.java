package io.countersign.audit.entry;

/**
 * A count of entries that stops early, so that no page waits for a count of the whole log.
 *
 * @param more whether there are more than {@code number}
 */
public record EntryCount(int number, boolean more) {

    /** The limit of counting. */
    static int most(AuditEntryFilter filter) {
        return filter.text() == null ? 10_000 : 1_000; // a text is compared with each counted entry
    }
}
