package io.countersign.audit.entry;

import io.countersign.audit.StoredAuditEntry;
import io.countersign.audit.chain.Timestamps;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The columns of a download, in order. Readers of the files rely on the names: add at the end, rename none. */
public enum AuditColumn {
    SEQ(StoredAuditEntry::seq),
    AT(entry -> Timestamps.utc(entry.at())),
    ACTOR(StoredAuditEntry::actor),
    ACTION(StoredAuditEntry::action),
    OUTCOME(StoredAuditEntry::outcome),
    INVITATION_ID(entry -> entry.subject().invitationId()),
    DECISION_ID(entry -> entry.subject().decisionId()),
    RESOURCE_TYPE(entry -> entry.subject().resourceType()),
    RESOURCE_NAME(entry -> entry.subject().resourceName()),
    RESOURCE_ID(entry -> entry.subject().resourceId()),
    OWNER(entry -> entry.subject().owner()),
    ACCOUNT_ID(entry -> entry.subject().accountId()),
    REGION(entry -> entry.subject().region()),
    PERMISSION(entry -> entry.subject().permission()),
    REASON(StoredAuditEntry::reason),
    MESSAGE(StoredAuditEntry::message),
    REQUEST_ID(StoredAuditEntry::requestId),
    DECIDED_BY(entry -> entry.decider() == null ? null : entry.decider().person()),
    DECIDED_ACTION(entry -> entry.decider() == null ? null : entry.decider().action());

    private final Function<StoredAuditEntry, @Nullable Object> value;

    AuditColumn(Function<StoredAuditEntry, @Nullable Object> value) {
        this.value = value;
    }

    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A number, a text, or null. */
    @Nullable
    public Object of(StoredAuditEntry entry) {
        return value.apply(entry);
    }
}
