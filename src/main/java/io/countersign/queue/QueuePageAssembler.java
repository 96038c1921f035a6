package io.countersign.queue;

import io.countersign.connection.InvitationId;
import io.countersign.invitation.queue.QueueFilter;
import io.countersign.invitation.queue.QueueRepository;
import io.countersign.invitation.queue.QueueState;
import io.countersign.queue.view.SavedViewPageAssembler;
import io.countersign.sync.Coverage;
import io.countersign.sync.coverage.SourceCoverage;
import io.countersign.team.AssignmentView;
import io.countersign.team.access.ReviewerAccess;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Assembles the queue page. */
@Component
class QueuePageAssembler {

    private final QueueListAssembler lists;
    private final QueueChoices choices;
    private final SavedViewPageAssembler views;
    private final SourceCoverage coverage;
    private final UnreadSources unread;
    private final ReviewerAccess access;
    private final QueueApprovals approvals;

    QueuePageAssembler(
            QueueListAssembler lists,
            QueueChoices choices,
            SavedViewPageAssembler views,
            SourceCoverage coverage,
            UnreadSources unread,
            ReviewerAccess access,
            QueueApprovals approvals) {
        this.lists = lists;
        this.choices = choices;
        this.views = views;
        this.coverage = coverage;
        this.unread = unread;
        this.access = access;
        this.approvals = approvals;
    }

    /** @param number counted from 1 */
    QueuePage page(QueueFilter asked, int number, HttpServletRequest request) {
        String person = SavedViewPageAssembler.person(request);
        QueueFilter filter = access.restrict(asked, person);
        Coverage now = coverage.now(filter.scope());
        QueueRepository.Counts counts = lists.counts(filter);
        QueueList list = lists.page(filter, number, counts, now, choices.named(filter, counts.pending()));
        return new QueuePage(
                filter,
                list,
                choices.choices(filter, counts.pending()),
                views.bar(filter, request),
                now,
                unread.of(now),
                assignments(filter, list, person),
                assignable(filter, person, request),
                approvals.of(list.rows()),
                SavedViewPageAssembler.decides(request));
    }

    private List<String> assignable(QueueFilter filter, String person, HttpServletRequest request) {
        return SavedViewPageAssembler.decides(request) && filter.state() == QueueState.PENDING
                ? access.assignable(person)
                : List.of();
    }

    private Map<String, AssignmentView> assignments(QueueFilter filter, QueueList list, String person) {
        if (!filter.state().open()) {
            return Map.of();
        }
        List<InvitationId> ids = Stream.concat(
                        list.rows().stream(),
                        list.together().values().stream().flatMap(several -> several.members().stream()))
                .map(row -> new InvitationId(row.id()))
                .distinct()
                .toList();
        return access.assignments(ids, person).entrySet().stream()
                .collect(Collectors.toMap(each -> each.getKey().value(), Map.Entry::getValue));
    }
}
