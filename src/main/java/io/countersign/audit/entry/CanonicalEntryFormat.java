package io.countersign.audit.entry;

import io.countersign.audit.StoredAuditEntry;
import io.countersign.audit.chain.CanonicalJson;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The text of an entry that is hashed. A format never changes: a different set of members is a new format. */
final class CanonicalEntryFormat {

    static final int CURRENT = 1;

    /** Later columns need a later format. */
    static final Set<AuditColumn> MEMBERS = EnumSet.range(AuditColumn.SEQ, AuditColumn.REQUEST_ID);

    private CanonicalEntryFormat() {}

    /** In an unknown format, the text differs from the hashed one, which verification reports. */
    static String canonical(StoredAuditEntry entry, int format) {
        Map<String, @Nullable Object> members = new HashMap<>();
        MEMBERS.forEach(column -> members.put(column.title(), column.of(entry)));
        members.put("v", format);
        return CanonicalJson.of(members);
    }
}
