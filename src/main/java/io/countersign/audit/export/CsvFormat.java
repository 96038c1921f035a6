package io.countersign.audit.export;

import io.countersign.audit.StoredAuditEntry;
import io.countersign.audit.entry.AuditColumn;
import io.countersign.input.VisibleText;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** RFC 4180, with every text in quotes. Spreadsheets interpret no cell as a formula and hide no character. */
public final class CsvFormat {

    /** Without it, Excel assumes the local code page. */
    static final String BYTE_ORDER_MARK = "\uFEFF";

    // spreadsheets skip invisible characters, and some accept full-width signs
    private static final Pattern FORMULA =
            Pattern.compile("^(?:[\\t\\r\\n]|[\\s\\p{Z}\\p{Cc}\\p{Cf}]*[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20])");

    private CsvFormat() {}

    public static String header() {
        return line(
                Arrays.stream(AuditColumn.values()).map(AuditColumn::title),
                Arrays.stream(NameColumn.values()).map(NameColumn::title));
    }

    public static String row(StoredAuditEntry entry, Map<NameColumn, String> names) {
        return line(
                Arrays.stream(AuditColumn.values()).map(column -> cell(column.of(entry))),
                Arrays.stream(NameColumn.values()).map(column -> cell(names.get(column))));
    }

    private static String line(Stream<String> cells, Stream<String> more) {
        return Stream.concat(cells, more).collect(Collectors.joining(",", "", "\r\n"));
    }

    public static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Number) {
            return value.toString();
        }
        String text = value.toString();
        String safe = FORMULA.matcher(text).find() ? "'" + text : text;
        return '"' + VisibleText.of(safe).replace("\"", "\"\"") + '"';
    }
}
