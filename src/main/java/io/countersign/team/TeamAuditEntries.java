package io.countersign.team;

import io.countersign.audit.AuditAction;
import io.countersign.audit.AuditEntry;
import io.countersign.audit.AuditOutcome;
import io.countersign.connection.AuditSubjects;
import io.countersign.invitation.Invitation;
import java.util.ArrayList;
import java.util.List;

/** Creates audit entries about teams, assignments, comments and delegations. */
public final class TeamAuditEntries {

    /** The limit of one audit entry. */
    private static final int LONGEST = 1900;

    private TeamAuditEntries() {}

    /**
     * As many entries as the lines need.
     *
     * @param change what happened to the team: "team Retail added"
     * @param lines one line for each changed value
     */
    public static List<AuditEntry> team(String person, String change, List<String> lines) {
        List<String> texts = new ArrayList<>();
        StringBuilder text = new StringBuilder(change);
        for (String line : lines) {
            if (text.length() + line.length() >= LONGEST) {
                texts.add(text.toString());
                text = new StringBuilder(change);
            }
            text.append('\n').append(line);
        }
        texts.add(text.toString());
        return texts.stream()
                .map(each -> AuditEntry.by(person, AuditAction.TEAM_CHANGED, AuditOutcome.DONE)
                        .withMessage(each))
                .toList();
    }

    /** @param change the old and the new assignee */
    public static AuditEntry assignment(AuditAction action, Invitation invitation, String person, String change) {
        return entry(action, invitation, person).withMessage(change);
    }

    public static AuditEntry comment(Invitation invitation, String person, List<String> mentioned, String comment) {
        return entry(AuditAction.COMMENT, invitation, person)
                .withReason(comment)
                .withMessage(mentioned.isEmpty() ? null : "to " + String.join(", ", mentioned));
    }

    /** @param change what happened to the delegation: "accepted" */
    public static AuditEntry delegation(Delegation delegation, String by, String change) {
        return AuditEntry.by(by, AuditAction.DELEGATE, AuditOutcome.DONE)
                .withReason(delegation.reason())
                .withMessage(delegation.delegate() + " on behalf of " + delegation.person() + ", " + delegation.from()
                        + " to " + delegation.until() + " (UTC), " + change);
    }

    private static AuditEntry entry(AuditAction action, Invitation invitation, String person) {
        return AuditEntry.by(person, action, AuditOutcome.DONE)
                .about(AuditSubjects.of(invitation.source(), invitation.listed()));
    }
}
