package io.countersign.audit.export;

import io.countersign.audit.StoredAuditEntry;
import java.util.function.Function;

/** The format of a download. */
public enum ExportFormat {
    CSV("csv", "text/csv", CsvFormat.BYTE_ORDER_MARK + CsvFormat.header(), CsvFormat::row),
    JSONL("jsonl", "application/jsonl", "", JsonLinesFormat::row);

    private final String extension;
    private final String mediaType;
    private final String head;
    private final Function<StoredAuditEntry, String> row;

    ExportFormat(String extension, String mediaType, String head, Function<StoredAuditEntry, String> row) {
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

    public String row(StoredAuditEntry entry) {
        return row.apply(entry);
    }
}
