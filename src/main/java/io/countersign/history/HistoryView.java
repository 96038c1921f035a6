package io.countersign.history;

import io.countersign.audit.AuditAction;
import io.countersign.audit.AuditOutcome;
import io.countersign.audit.entry.EntryCount;
import io.countersign.connection.Permission;
import io.countersign.connection.ResourceType;
import io.countersign.owner.KnownOwner;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The audit log page.
 *
 * @param refused whether a filter is invalid, so that nothing was searched
 * @param filters how many filters are set
 * @param whole whether the reader may see all entries
 * @param decided whether it lists the decisions that AWS confirmed
 * @param routine whether it includes the routine entries of the system
 * @param owners what is known today about the owners in the rows
 * @param accounts the names of today of the accounts in the rows, by account ID
 */
public record HistoryView(
        boolean refused,
        int filters,
        boolean whole,
        boolean decided,
        boolean routine,
        EntryCount total,
        List<EntryRow> rows,
        Map<String, KnownOwner> owners,
        Map<String, String> accounts,
        Links links,
        List<Choice> tabs,
        List<Choice> ranges,
        List<Choice> presets,
        IntegrityBadge badge) {

    /** URLs of the neighboring pages, null if there is none, and of the downloads. */
    public record Links(@Nullable String older, @Nullable String newer, String csv, String jsonl) {}

    /** A link to the page with another filter. */
    public record Choice(String key, String href, boolean current) {}

    public AuditAction[] actions() {
        return AuditAction.values();
    }

    public List<String> outcomes() {
        return Stream.concat(
                        Stream.of(HistoryForm.ACTIVITY, HistoryForm.ALL, HistoryForm.DECIDED),
                        Arrays.stream(AuditOutcome.values()).map(AuditOutcome::name))
                .toList();
    }

    public List<Permission> permissions() {
        return Permission.KNOWN;
    }

    public List<String> types() {
        return ResourceType.KNOWN.stream().map(ResourceType::value).toList();
    }
}
