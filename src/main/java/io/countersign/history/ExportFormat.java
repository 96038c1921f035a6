package io.countersign.history;

import java.util.function.Function;

/** How a download is written. */
enum ExportFormat {
    CSV("csv", "text/csv", Csv.BYTE_ORDER_MARK + Csv.header(), Csv::row),
    JSONL("jsonl", "application/jsonl", "", JsonLines::row);

    private final String extension;
    private final String mediaType;
    private final String head;
    private final Function<Entry, String> row;

    ExportFormat(String extension, String mediaType, String head, Function<Entry, String> row) {
        this.extension = extension;
        this.mediaType = mediaType;
        this.head = head;
        this.row = row;
    }

    String extension() {
        return extension;
    }

    String mediaType() {
        return mediaType;
    }

    String head() {
        return head;
    }

    String row(Entry entry) {
        return row.apply(entry);
    }
}
