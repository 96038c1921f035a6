package io.countersign.batch.web;

import io.countersign.batch.Batch;
import io.countersign.batch.BatchItem;
import io.countersign.batch.persistence.BatchItemRepository;
import io.countersign.connection.InvitationAction;
import io.countersign.connection.InvitationId;
import io.countersign.decision.execution.BulkDecisionService;
import io.countersign.decision.reason.OfferedReasons;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.InvitationRepository;
import io.countersign.invitation.queue.QueueFilter;
import io.countersign.invitation.view.InvitationPageAssembler;
import io.countersign.invitation.view.InvitationView;
import io.countersign.policy.Verdict;
import io.countersign.team.AssignmentView;
import io.countersign.team.access.ReviewerAccess;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Assembles the preview of a draft: what would happen to each item, or why nothing would. */
@Component
class DraftPageAssembler {

    private final BatchItemRepository items;
    private final InvitationRepository invitationRepository;
    private final InvitationPageAssembler pages;
    private final BulkDecisionService decisions;
    private final OfferedReasons offered;
    private final ReviewerAccess reviewerAccess;

    DraftPageAssembler(
            BatchItemRepository items,
            InvitationRepository invitationRepository,
            InvitationPageAssembler pages,
            BulkDecisionService decisions,
            OfferedReasons offered,
            ReviewerAccess reviewerAccess) {
        this.items = items;
        this.invitationRepository = invitationRepository;
        this.pages = pages;
        this.decisions = decisions;
        this.offered = offered;
        this.reviewerAccess = reviewerAccess;
    }

    /**
     * A row of the preview.
     *
     * @param item null if there is a problem with the typed text
     * @param obstacle the message key of the reason why the item cannot be decided, or null
     * @param assignee the other user to whom the invitation is assigned, or null
     * @param alone whether the row is in the block of rows that the user selects one by one
     * @param chosen whether the row is selected
     */
    record Row(
            int position,
            String typed,
            @Nullable InvitationView item,
            @Nullable String obstacle,
            @Nullable String assignee,
            boolean alone,
            boolean chosen) {}

    /** @param form null on the first view, which selects the items that can be decided without a review one by one */
    void fill(Model model, Batch draft, @Nullable BatchForm form) {
        List<Row> rows = rows(draft, form);
        List<Row> possible = rows.stream().filter(row -> row.obstacle() == null).toList();
        model.addAttribute("batch", draft);
        model.addAttribute("possible", possible);
        model.addAttribute(
                "risk",
                DraftRisk.of(possible.stream()
                        .map(Row::item)
                        .filter(Objects::nonNull)
                        .toList()));
        model.addAttribute(
                "impossible",
                rows.stream().filter(row -> row.obstacle() != null).toList());
        model.addAttribute("templates", offered.templates());
        model.addAttribute("lastReason", offered.last(draft.person()));
        model.addAttribute("draftHref", "/batches/" + draft.id() + "/drafts");
    }

    /** Positions of the items without a problem, regardless of the current state of their invitations. */
    Set<Integer> choosable(Batch draft) {
        return items.of(draft.id()).stream()
                .filter(item -> item.problem() == null)
                .map(BatchItem::position)
                .collect(Collectors.toSet());
    }

    private List<Row> rows(Batch draft, @Nullable BatchForm form) {
        List<BatchItem> all = items.of(draft.id());
        List<InvitationId> ids =
                all.stream().map(BatchItem::invitation).filter(Objects::nonNull).toList();
        Map<InvitationId, Invitation> known = invitationRepository.find(ids);
        QueueFilter filter = QueueFilter.all(reviewerAccess.scope(draft.person()));
        Map<String, InvitationView> views =
                pages.views(ids, filter).stream().collect(Collectors.toMap(InvitationView::id, Function.identity()));
        Map<InvitationId, AssignmentView> assignments = reviewerAccess.assignments(ids, draft.person());
        return all.stream()
                .map(item -> row(
                        draft,
                        item,
                        item.invitation() == null
                                ? null
                                : views.get(item.invitation().value()),
                        obstacle(draft, item, known),
                        otherAssignee(assignments.get(item.invitation()), draft.person()),
                        form))
                .toList();
    }

    private static Row row(
            Batch draft,
            BatchItem item,
            @Nullable InvitationView view,
            @Nullable String obstacle,
            @Nullable String assignee,
            @Nullable BatchForm form) {
        boolean alone = assignee != null
                || draft.action() == InvitationAction.ACCEPT && view != null && DraftRisk.reviewedAlone(view);
        return new Row(
                item.position(),
                item.typed(),
                view,
                obstacle,
                assignee,
                alone,
                form == null ? !alone : form.items().contains(item.position()));
    }

    private static @Nullable String otherAssignee(@Nullable AssignmentView assignment, String person) {
        return assignment == null || person.equals(assignment.person()) ? null : assignment.person();
    }

    private @Nullable String obstacle(Batch draft, BatchItem item, Map<InvitationId, Invitation> known) {
        if (item.problem() != null) {
            return "batch.problem." + item.problem();
        }
        Verdict verdict = decisions.judge(
                Objects.requireNonNull(known.get(item.invitation())),
                draft.action(),
                draft.person(),
                Objects.requireNonNull(item.shown()));
        return verdict.allowed() ? null : "verdict." + verdict;
    }
}
