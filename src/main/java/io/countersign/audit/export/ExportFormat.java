package io.countersign.audit.export;

import io.countersign.audit.StoredAuditEntry;
import java.util.Map;
import java.util.function.BiFunction;

/** The format of a download. */
public enum ExportFormat {
    CSV("csv", "text/csv", CsvFormat.BYTE_ORDER_MARK + CsvFormat.header(), CsvFormat::row),
    JSONL("jsonl", "application/jsonl", "", JsonLinesFormat::row);

    private final String extension;
    private final String mediaType;
    private final String head;
    private final BiFunction<StoredAuditEntry, Map<NameColumn, String>, String> row;

    ExportFormat(
            String extension,
            String mediaType,
            String head,
            BiFunction<StoredAuditEntry, Map<NameColumn, String>, String> row) {
        this.extension = extension;
        this.mediaType = mediaType;
        this.head = head;
        this.row = row;
    }

    public String extension() {
        return extension;
    }

    public String mediaType() {
        return mediaType;
    }

    public String head() {
        return head;
    }

    public String row(StoredAuditEntry entry, Map<NameColumn, String> names) {
        return row.apply(entry, names);
    }
}
