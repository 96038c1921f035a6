package io.countersign.audit.export;

import io.countersign.audit.StoredAuditEntry;
import io.countersign.audit.entry.AuditColumn;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** One JSON object per line, with every column and with the values as stored. */
public final class JsonLinesFormat {

    private static final JsonMapper JSON = JsonMapper.shared();

    private JsonLinesFormat() {}

    public static String row(StoredAuditEntry entry, Map<NameColumn, String> names) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        for (AuditColumn column : AuditColumn.values()) {
            line.put(column.title(), column.of(entry));
        }
        for (NameColumn column : NameColumn.values()) {
            line.put(column.title(), names.get(column));
        }
        return JSON.writeValueAsString(line) + "\n";
    }
}
