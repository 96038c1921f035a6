package io.countersign.batch.web;

import io.countersign.batch.Batch;
import io.countersign.batch.BatchCounts;
import io.countersign.batch.BatchItem;
import io.countersign.decision.persistence.LatestDecisions.Latest;
import io.countersign.invitation.view.InvitationView;
import io.countersign.policy.Verdict;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The result of an item of a bulk decision, as the page shows it.
 *
 * @param item null if the reader may not see the invitation
 * @param explanation the message key of the reason why the item had no effect, or null
 * @param other the decision outside this bulk decision that prevented the item, or null
 * @param open whether the item can be decided again
 */
record BatchResult(
        @Nullable InvitationView item,
        String outcome,
        @Nullable String explanation,
        @Nullable Long decision,
        @Nullable Latest other,
        boolean open) {

    /** The verdicts that another decision on the same invitation causes. */
    private static final Set<String> OF_ANOTHER_DECISION = Stream.of(
                    Verdict.DECIDED, Verdict.BEING_SENT, Verdict.HELD, Verdict.UNCLEAR)
            .map(Verdict::name)
            .collect(Collectors.toSet());

    /**
     * @param view null if the reader may not see the invitation
     * @param latest the latest decision on the invitation until the bulk decision ended; null if there is none or it does
     *     not matter
     */
    static BatchResult of(Batch batch, BatchItem item, @Nullable InvitationView view, @Nullable Latest latest) {
        Latest other = latest == null || Objects.equals(latest.id(), item.decision()) ? null : latest;
        boolean overtaken = other != null && other.stands() && other.at().isAfter(batch.madeAt());
        if (!overtaken && !OF_ANOTHER_DECISION.contains(String.valueOf(item.verdict()))) {
            other = null;
        }
        String outcome = overtaken ? BatchCounts.OVERTAKEN : item.outcome();
        boolean open = view != null && view.mark().equals("PENDING") && BatchCounts.NOT_DONE.contains(outcome);
        return new BatchResult(view, outcome, other == null ? explanation(item) : null, item.decision(), other, open);
    }

    private static @Nullable String explanation(BatchItem item) {
        return switch (item.outcome()) {
            case "REFUSED" -> "verdict." + item.verdict();
            case "STOPPED" -> "batch.outcome.STOPPED";
            default -> item.failure() == null ? null : "failure." + item.failure();
        };
    }
}
