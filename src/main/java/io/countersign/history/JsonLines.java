package io.countersign.history;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** One JSON object a line, every column present, values exactly as stored. */
final class JsonLines {

    private static final JsonMapper JSON = JsonMapper.shared();

    private JsonLines() {}

    static String row(Entry entry) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        for (Column column : Column.values()) {
            line.put(column.title(), column.of(entry));
        }
        return JSON.writeValueAsString(line) + "\n";
    }
}
