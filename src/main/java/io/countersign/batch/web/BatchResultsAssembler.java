package io.countersign.batch.web;

import io.countersign.batch.Batch;
import io.countersign.batch.BatchCounts;
import io.countersign.batch.BatchItem;
import io.countersign.batch.persistence.BatchItemRepository;
import io.countersign.batch.persistence.BatchRepository;
import io.countersign.connection.InvitationId;
import io.countersign.decision.persistence.LatestDecisions;
import io.countersign.decision.persistence.LatestDecisions.Latest;
import io.countersign.invitation.queue.QueueFilter;
import io.countersign.invitation.view.InvitationPageAssembler;
import io.countersign.invitation.view.InvitationView;
import io.countersign.team.access.ReviewerAccess;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Assembles the page of a started bulk decision: its progress and the result of each item. */
@Component
class BatchResultsAssembler {

    private final BatchRepository batchRepository;
    private final BatchItemRepository items;
    private final InvitationPageAssembler pages;
    private final LatestDecisions latestDecisions;
    private final ReviewerAccess reviewerAccess;

    BatchResultsAssembler(
            BatchRepository batchRepository,
            BatchItemRepository items,
            InvitationPageAssembler pages,
            LatestDecisions latestDecisions,
            ReviewerAccess reviewerAccess) {
        this.batchRepository = batchRepository;
        this.items = items;
        this.pages = pages;
        this.latestDecisions = latestDecisions;
        this.reviewerAccess = reviewerAccess;
    }

    /**
     * A bulk decision in the list.
     *
     * @param reason null if the reader may not see all its invitations
     */
    record Line(Batch batch, BatchCounts counts, @Nullable String reason) {}

    /** @param starters empty for all users */
    List<Line> list(Optional<Set<String>> starters, String reader) {
        return batchRepository.started(starters, reader, reviewerAccess.scope(reader)).stream()
                .map(batch -> new Line(
                        batch,
                        BatchCounts.of(items.counts(batch.id())),
                        starters.isEmpty() || batch.person().equals(reader) ? batch.reason() : null))
                .toList();
    }

    /** @param mayStop whether the reader may stop the bulk decision while it has decisions that were not sent */
    void fill(Model model, Batch batch, String reader, boolean mayStop) {
        List<BatchItem> chosen = items.of(batch.id()).stream()
                .filter(item -> item.state() != BatchItem.State.LEFT)
                .toList();
        List<BatchResult> rows = rows(batch, chosen, reader);
        BatchCounts counts = BatchCounts.of(
                rows.stream().collect(Collectors.groupingBy(BatchResult::outcome, Collectors.summingInt(row -> 1))));
        model.addAttribute("batch", batch);
        model.addAttribute("counts", counts);
        model.addAttribute("own", batch.person().equals(reader));
        model.addAttribute("rows", rows);
        model.addAttribute("open", rows.stream().anyMatch(BatchResult::open));
        // the reason is about all invitations, so it is for readers of all
        model.addAttribute("reasonVisible", rows.stream().allMatch(row -> row.item() != null));
        model.addAttribute("version", batch.state() + "-" + counts.version());
        model.addAttribute("live", batch.running() || !counts.ended());
        // the process may have ended between the stop and the withdrawals
        model.addAttribute("stoppable", mayStop && (batch.running() || counts.held() > 0));
        model.addAttribute("firstSend", firstSend(chosen));
    }

    private static @Nullable Instant firstSend(List<BatchItem> chosen) {
        return chosen.stream()
                .filter(item -> item.outcome().equals("HELD"))
                .map(BatchItem::heldUntil)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Sorts the rows that need attention first. */
    private List<BatchResult> rows(Batch batch, List<BatchItem> chosen, String reader) {
        List<InvitationId> ids = chosen.stream()
                .map(BatchItem::invitation)
                .filter(Objects::nonNull)
                .toList();
        QueueFilter filter = QueueFilter.all(reviewerAccess.scope(reader));
        Map<String, InvitationView> views =
                pages.views(ids, filter).stream().collect(Collectors.toMap(InvitationView::id, Function.identity()));
        Map<String, Latest> others = latestDecisions.until(
                batch.endedAt(),
                chosen.stream()
                        .filter(item -> BatchCounts.NOT_DONE.contains(item.outcome()))
                        .map(BatchItem::typed)
                        .filter(views::containsKey)
                        .toList());
        return chosen.stream()
                .map(item -> BatchResult.of(batch, item, views.get(item.typed()), others.get(item.typed())))
                .sorted(Comparator.comparing(row -> !row.open() && row.explanation() == null && row.other() == null))
                .toList();
    }
}
