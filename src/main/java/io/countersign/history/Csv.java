package io.countersign.history;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** RFC 4180, with every text in quotes, and safe to open in a spreadsheet: no cell is taken for a formula. */
final class Csv {

    /** Without it Excel takes the file for the local code page. */
    static final String BYTE_ORDER_MARK = "\uFEFF";

    // spreadsheets skip what they do not see, and some take the full-width signs for the plain ones
    private static final Pattern FORMULA =
            Pattern.compile("^(?:[\\t\\r\\n]|[\\s\\p{Z}\\p{Cc}\\p{Cf}]*[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20])");

    private Csv() {}

    static String header() {
        return Arrays.stream(Column.values()).map(Column::title).collect(Collectors.joining(",")) + "\r\n";
    }

    static String row(Entry entry) {
        return Arrays.stream(Column.values())
                        .map(column -> cell(column.of(entry)))
                        .collect(Collectors.joining(","))
                + "\r\n";
    }

    static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Number) {
            return value.toString();
        }
        String text = value.toString();
        String safe = FORMULA.matcher(text).find() ? "'" + text : text;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
