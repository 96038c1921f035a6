package io.countersign.decision;

import io.countersign.audit.AuditAction;
import io.countersign.audit.AuditEntry;
import io.countersign.audit.AuditOutcome;
import io.countersign.connection.AuditSubjects;
import io.countersign.connection.ListedInvitation;
import io.countersign.connection.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Audit entries about proposals, and about decisions without the required second approval. */
public final class ApprovalAuditEntries {

    /** An entry holds 2000 characters and a name at most 254, so no name is cut off. */
    private static final int NAMES_PER_ENTRY = 7;

    private ApprovalAuditEntries() {}

    public static AuditEntry proposal(Proposal proposal, Source source, ListedInvitation invitation) {
        Proposal.Answer answer = proposal.answer();
        String before = answer == null ? "none" : "OPEN, by " + name(proposal.person(), proposal.inPlaceOf());
        String by = answer == null ? proposal.person() : Objects.requireNonNullElse(answer.person(), AuditEntry.SYSTEM);
        String inPlaceOf = answer == null ? proposal.inPlaceOf() : answer.inPlaceOf();
        return AuditEntry.by(by, AuditAction.PROPOSE, outcome(proposal.state()))
                .about(AuditSubjects.of(source, invitation))
                .withReason(answer == null ? proposal.reason() : answer.text())
                .withMessage("proposal " + proposal.id() + ": " + before + " → " + proposal.state() + ", by "
                        + name(by, inPlaceOf));
    }

    /** Several entries if the names of the skipped approvers do not fit into one. */
    public static List<AuditEntry> breakGlass(Decision decision, List<String> skippedApprovers) {
        List<AuditEntry> entries = new ArrayList<>();
        int from = 0;
        do {
            int to = Math.min(skippedApprovers.size(), from + NAMES_PER_ENTRY);
            entries.add(breakGlass(decision, String.join(", ", skippedApprovers.subList(from, to))));
            from = to;
        } while (from < skippedApprovers.size());
        return entries;
    }

    private static AuditEntry breakGlass(Decision decision, String names) {
        return AuditEntry.by(decision.person(), AuditAction.BREAK_GLASS, AuditOutcome.OVERRIDDEN)
                .about(AuditSubjects.of(decision.source(), decision.reviewed()).withDecision(decision.id()))
                .withReason(decision.reason())
                .withMessage(names.isEmpty() ? "bypassed: no approver was available" : "bypassed: " + names);
    }

    private static AuditOutcome outcome(ProposalState state) {
        return switch (state) {
            case OPEN -> AuditOutcome.PROPOSED;
            case CONFIRMED -> AuditOutcome.COUNTERSIGNED;
            case SENT_BACK -> AuditOutcome.SENT_BACK;
            case WITHDRAWN -> AuditOutcome.WITHDRAWN;
            case STALE -> AuditOutcome.STALE;
        };
    }

    private static String name(String person, @Nullable String inPlaceOf) {
        return inPlaceOf == null ? person : person + " on behalf of " + inPlaceOf;
    }
}
