package io.countersign.decision.activity;

import io.countersign.audit.StoredAuditEntry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Chooses the sentence for each audit entry of an invitation. */
final class SentenceRule {

    private static final Pattern DECIDED_FOR = Pattern.compile("^on behalf of (\\S+)$");
    private static final Pattern DONE_FOR = Pattern.compile(", (?:by \\S+ )?on behalf of (\\S+)$");

    private final Set<String> viewers = new HashSet<>();
    private final Set<Long> decisions = new HashSet<>();
    private final List<ActivityEntry> sentences = new ArrayList<>();

    /** Whether repeated views and the details of successful steps are included. */
    private final boolean all;

    private SentenceRule(boolean all) {
        this.all = all;
    }

    /**
     * Returns the entries in the same order, without repeated views.
     *
     * @param entries oldest first
     */
    static List<ActivityEntry> sentences(List<StoredAuditEntry> entries) {
        return new SentenceRule(false).take(entries);
    }

    /**
     * Returns a sentence for each entry, in the same order.
     *
     * @param entries oldest first
     */
    static List<ActivityEntry> ofEach(List<StoredAuditEntry> entries) {
        return new SentenceRule(true).take(entries);
    }

    private List<ActivityEntry> take(List<StoredAuditEntry> entries) {
        entries.forEach(this::take);
        return List.copyOf(sentences);
    }

    private void take(StoredAuditEntry entry) {
        switch (entry.action()) {
            case "VIEW" -> view(entry);
            case "CLAIM", "ASSIGN", "HANDOVER", "RELEASE" -> assignment(entry);
            case "COMMENT" -> comment(entry);
            case "ACCEPT", "REJECT" -> decision(entry);
            case "EFFECT_CHECK" -> add(entry, key(entry), null, null, afterCode(entry.message()));
            case "PROPOSE" ->
                add(entry, key(entry), null, entry.outcome().equals("COUNTERSIGNED") ? null : entry.reason(), null);
            default -> add(entry, key(entry), null, null, entry.message());
        }
    }

    private static String key(StoredAuditEntry entry) {
        return entry.action() + "." + entry.outcome();
    }

    private void view(StoredAuditEntry entry) {
        if (!entry.outcome().equals("DONE")) {
            add(entry, key(entry), null, null, null);
            return;
        }
        boolean first = viewers.isEmpty();
        if (viewers.add(entry.actor()) || all) {
            add(entry, first ? "VIEW.FIRST" : "VIEW.DONE", null, null, null);
        }
    }

    private void assignment(StoredAuditEntry entry) {
        Optional<AssignmentChange> read = AssignmentChange.parse(entry.message());
        if (read.isEmpty()) {
            add(entry, key(entry), null, null, entry.message());
            return;
        }
        AssignmentChange change = read.get();
        String other = change.to() == null ? change.from() : change.to();
        boolean own = entry.actor().equals(other);
        String to = own ? ".SELF" : ".OTHER";
        if (own && change.to() != null && change.from() != null) {
            to = change.to().equals(change.from()) ? ".RENEWED" : ".TAKEN";
            other = change.from();
        }
        add(entry, (change.to() == null ? "UNASSIGN" : "ASSIGN") + to, other, null, null);
    }

    private void comment(StoredAuditEntry entry) {
        String message = entry.message();
        boolean mentions = message != null && message.startsWith("to ");
        add(
                entry,
                mentions ? "COMMENT.MENTION" : "COMMENT.DONE",
                mentions ? message.substring("to ".length()) : null,
                entry.reason(),
                null);
    }

    /** Each entry of a decision repeats its reason, which the first one shows. */
    private void decision(StoredAuditEntry entry) {
        Long decision = entry.subject().decisionId();
        boolean first = decision == null || decisions.add(decision);
        boolean explained = all || !entry.outcome().matches("HELD|SENDING|CONFIRMED");
        add(entry, key(entry), null, first ? entry.reason() : null, explained ? entry.message() : null);
    }

    /** Only the first line, because others may hold words of AWS. */
    private static @Nullable String inPlaceOf(StoredAuditEntry entry) {
        String first = entry.message() == null ? "" : entry.message().split("\n", 2)[0];
        boolean decision = entry.action().equals("ACCEPT") || entry.action().equals("REJECT");
        Matcher found = (decision ? DECIDED_FOR : DONE_FOR).matcher(first);
        return found.find() ? found.group(1) : null;
    }

    private static @Nullable String afterCode(@Nullable String message) {
        return message == null ? null : message.replaceFirst("^[A-Z_]+: ", "");
    }

    private void add(
            StoredAuditEntry entry,
            String key,
            @Nullable String other,
            @Nullable String said,
            @Nullable String detail) {
        sentences.add(new ActivityEntry(
                key,
                entry.actor(),
                inPlaceOf(entry),
                other,
                said,
                detail,
                entry.subject().decisionId(),
                entry.at()));
    }
}
