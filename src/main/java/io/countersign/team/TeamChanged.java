package io.countersign.team;

import io.countersign.audit.AuditAction;
import io.countersign.audit.AuditEntry;
import io.countersign.audit.AuditOutcome;
import io.countersign.audit.Audited;
import java.util.ArrayList;
import java.util.List;

/**
 * A team was added, changed or removed.
 *
 * @param team the name of the team; the new name after a rename
 * @param differences one line for each change, with old and new value
 */
public record TeamChanged(String person, String team, Kind kind, List<String> differences) implements Audited {

    @Override
    public List<AuditEntry> auditEntries() {
        return texts().stream()
                .map(text -> AuditEntry.by(person, AuditAction.TEAM_CHANGED, AuditOutcome.DONE)
                        .withMessage(text))
                .toList();
    }

    /** The limit of one audit entry. */
    private static final int LONGEST = 1900;

    /** The kind of change. */
    public enum Kind {
        ADDED("added"),
        CHANGED("changed"),
        REMOVED("removed");

        private final String word;

        Kind(String word) {
            this.word = word;
        }
    }

    public TeamChanged {
        differences = List.copyOf(differences);
    }

    /** Returns all lines as texts that each fit into one audit entry. */
    public List<String> texts() {
        List<String> texts = new ArrayList<>();
        StringBuilder text = new StringBuilder(head());
        for (String line : differences) {
            if (text.length() + line.length() >= LONGEST) {
                texts.add(text.toString());
                text = new StringBuilder(head());
            }
            text.append('\n').append(line);
        }
        texts.add(text.toString());
        return texts;
    }

    private String head() {
        return "team " + team + " " + kind.word;
    }
}
