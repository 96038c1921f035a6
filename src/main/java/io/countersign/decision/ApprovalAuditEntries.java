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

    private static final String SEPARATOR = ", ";

    /** A message is cut after {@link AuditEntry#LONGEST_MESSAGE} characters; the rest is for the words before the names. */
    private static final int LONGEST_PART = AuditEntry.LONGEST_MESSAGE - 50;

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

    /**
     * One entry counts as the break-glass accept. Names of skipped approvers that do not fit into it follow in entries with
     * another action and outcome, so that a filter by either counts each accept once.
     */
    public static List<AuditEntry> breakGlass(Decision decision, List<String> skippedApprovers) {
        if (skippedApprovers.isEmpty()) {
            return List.of(breakGlass(decision, "bypassed: no approver was available", true));
        }
        List<String> parts = parts(skippedApprovers);
        List<AuditEntry> entries = new ArrayList<>();
        for (int at = 0; at < parts.size(); at++) {
            String part = parts.size() == 1 ? "" : " (part " + (at + 1) + " of " + parts.size() + ")";
            entries.add(breakGlass(decision, "bypassed" + part + ": " + parts.get(at), at == 0));
        }
        return entries;
    }

    /** Fills each part with as many whole names as fit. */
    private static List<String> parts(List<String> names) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (String name : names) {
            if (!part.isEmpty() && part.length() + SEPARATOR.length() + name.length() > LONGEST_PART) {
                parts.add(part.toString());
                part.setLength(0);
            }
            part.append(part.isEmpty() ? "" : SEPARATOR).append(name);
        }
        parts.add(part.toString());
        return parts;
    }

    private static AuditEntry breakGlass(Decision decision, String message, boolean first) {
        return AuditEntry.by(
                        decision.person(),
                        first ? AuditAction.BREAK_GLASS : AuditAction.BREAK_GLASS_NAMES,
                        first ? AuditOutcome.OVERRIDDEN : AuditOutcome.DONE)
                .about(AuditSubjects.of(decision.source(), decision.reviewed()).withDecision(decision.id()))
                .withReason(decision.reason())
                .withMessage(message);
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
