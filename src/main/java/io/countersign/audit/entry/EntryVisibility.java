package io.countersign.audit.entry;

import java.util.Map;

/**
 * Which entries a reader may see. Entries about no account are visible to every reader, except batches, exports and
 * delegations: their reasons and search words may concern accounts that the reader may not see, or be private.
 *
 * @param reader sees their own batches, exports and delegations
 * @param condition SQL made of constants, over the columns {@code account_id} and {@code region}
 */
public record EntryVisibility(String reader, String condition, Map<String, Object> parameters) {

    public static final EntryVisibility ALL = new EntryVisibility("", "1 = 1", Map.of());

    public EntryVisibility {
        parameters = Map.copyOf(parameters);
    }

    /** Whether the reader may see the entries about all accounts. */
    public boolean whole() {
        return condition.equals(ALL.condition);
    }
}
