package io.countersign.queue;

import io.countersign.invitation.CappedCount;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.queue.QueueFilter;
import io.countersign.invitation.queue.QueueRepository;
import io.countersign.invitation.queue.QueueRow;
import io.countersign.invitation.queue.QueueState;
import io.countersign.invitation.view.InvitationView;
import io.countersign.invitation.view.InvitationViewAssembler;
import io.countersign.owner.Owners;
import io.countersign.queue.QueueList.Counts;
import io.countersign.queue.QueueList.Range;
import io.countersign.queue.QueueList.Together;
import io.countersign.sync.Coverage;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Assembles a page of the list of invitations. */
@Component
class QueueListAssembler {

    static final int SIZE = 50;

    private final QueueRepository queueRepository;
    private final InvitationViewAssembler views;
    private final Owners owners;

    QueueListAssembler(QueueRepository queueRepository, InvitationViewAssembler views, Owners owners) {
        this.queueRepository = queueRepository;
        this.views = views;
        this.owners = owners;
    }

    QueueRepository.Counts counts(QueueFilter filter) {
        return queueRepository.counts(filter, views.urgentIfSeenBy());
    }

    /**
     * @param wanted counted from 1; a number beyond the end shows the last page
     * @param named the accounts that the rest of the page names, to look them up together with the owners of the rows
     */
    QueueList page(
            QueueFilter filter,
            int wanted,
            QueueRepository.Counts counts,
            Coverage coverage,
            Collection<String> named) {
        CappedCount listed = counts.rows();
        int page = listed.more() ? wanted : Math.min(wanted, pages(listed.number()));
        QueueFilter search = counts.narrow(filter);
        List<QueueRow> found = find(search, page);
        if (found.isEmpty() && page > 1) {
            page = Math.min(
                    wanted,
                    pages(filter.grouped() ? queueRepository.countAllRows(search) : queueRepository.countAll(search)));
            found = find(search, page);
        }
        int offset = (page - 1) * SIZE;
        List<QueueRow> shown = found.stream().limit(SIZE).toList();
        Map<String, InvitationView> seen = views(shown, filter, named);
        List<InvitationView> rows =
                shown.stream().map(row -> seen(seen, row.first())).toList();
        return new QueueList(
                rows,
                together(shown, seen),
                new Counts(
                        counts.pending().waiting(),
                        counts.pending().urgent(),
                        Objects.requireNonNull(counts.tabs().get(filter.state())),
                        listed),
                QueueNavigation.tabs(filter, counts.tabs()),
                QueueNavigation.sorts(filter),
                new Range(
                        rows.isEmpty() ? 0 : offset + 1,
                        offset + rows.size(),
                        page > 1 ? filter.link("/", page - 1) : null,
                        found.size() > SIZE ? filter.link("/", page + 1) : null),
                rows.isEmpty() ? whyEmpty(filter, coverage) : null);
    }

    /** Returns the views of the rows and of their groups, by id. */
    private Map<String, InvitationView> views(List<QueueRow> shown, QueueFilter filter, Collection<String> named) {
        List<Invitation> all =
                shown.stream().flatMap(row -> row.members().stream()).toList();
        owners.find(Stream.concat(
                        named.stream(), all.stream().map(each -> each.listed().sharedBy()))
                .toList());
        return views.views(all, filter).stream().collect(Collectors.toMap(InvitationView::id, Function.identity()));
    }

    /** Returns the groups by the id of the row that represents them. */
    private static Map<String, Together> together(List<QueueRow> shown, Map<String, InvitationView> seen) {
        return shown.stream()
                .filter(row -> row.members().size() > 1)
                .collect(Collectors.toMap(
                        row -> row.first().id().value(),
                        row -> new Together(
                                row.together(),
                                row.members().stream()
                                        .map(member -> seen(seen, member))
                                        .toList())));
    }

    private static InvitationView seen(Map<String, InvitationView> seen, Invitation invitation) {
        return Objects.requireNonNull(seen.get(invitation.id().value()));
    }

    /** Returns the rows of the page and the first row of the next page, if there is one. */
    private List<QueueRow> find(QueueFilter filter, int page) {
        return queueRepository.page(filter, (page - 1) * SIZE, SIZE + 1);
    }

    private static int pages(int rows) {
        return Math.max(1, (rows + SIZE - 1) / SIZE);
    }

    private static String whyEmpty(QueueFilter filter, Coverage coverage) {
        if (filter.scope().teamless()) {
            return "TEAMLESS";
        }
        if (coverage.sources() == 0) {
            return filter.scope().everything() ? "UNCONFIGURED" : "UNCONNECTED";
        }
        if (filter.restricts()) {
            return "FILTERED";
        }
        if (filter.state() != QueueState.PENDING) {
            return filter.state().name();
        }
        if (coverage.complete()) {
            return "NONE";
        }
        return coverage.blindSources() == 0 ? "FIRST_READ" : "BLIND";
    }
}
