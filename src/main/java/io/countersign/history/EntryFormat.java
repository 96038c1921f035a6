package io.countersign.history;

import io.countersign.history.chain.CanonicalJson;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The text of an entry that is hashed. A format never changes: another set of members is another format. */
final class EntryFormat {

    /** Written before there was a chain, and chained later. */
    static final int EARLY = 0;

    static final int CURRENT = 1;

    /** The same in both. Columns that come later are for a later format. */
    private static final Set<Column> MEMBERS = EnumSet.range(Column.SEQ, Column.REQUEST_ID);

    private EntryFormat() {}

    /** In a format that is not known here it is another text than the one that was hashed, which verification tells. */
    static String canonical(Entry entry, int format) {
        Map<String, @Nullable Object> members = new HashMap<>();
        MEMBERS.forEach(column -> members.put(column.title(), column.of(entry)));
        members.put("v", format);
        return CanonicalJson.of(members);
    }
}
