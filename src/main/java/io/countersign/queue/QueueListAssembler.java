package io.countersign.queue;

import io.countersign.connection.InvitationId;
import io.countersign.invitation.CappedCount;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.queue.PendingSummary;
import io.countersign.invitation.queue.PendingSummaryRepository;
import io.countersign.invitation.queue.QueueFilter;
import io.countersign.invitation.queue.QueueRepository;
import io.countersign.invitation.queue.QueueState;
import io.countersign.invitation.queue.ResourceGroups;
import io.countersign.invitation.queue.ResourceGroups.Member;
import io.countersign.invitation.queue.ResourceKey;
import io.countersign.invitation.view.InvitationView;
import io.countersign.invitation.view.InvitationViewAssembler;
import io.countersign.queue.QueueList.Counts;
import io.countersign.queue.QueueList.Range;
import io.countersign.queue.QueueList.Together;
import io.countersign.sync.Coverage;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
    private final ResourceGroups resourceGroups;
    private final PendingSummaryRepository summaries;
    private final InvitationViewAssembler views;

    QueueListAssembler(
            QueueRepository queueRepository,
            ResourceGroups resourceGroups,
            PendingSummaryRepository summaries,
            InvitationViewAssembler views) {
        this.queueRepository = queueRepository;
        this.resourceGroups = resourceGroups;
        this.summaries = summaries;
        this.views = views;
    }

    PendingSummary summary(QueueFilter filter) {
        return summaries.of(filter.scope(), views.urgentIfSeenBy());
    }

    /** @param wanted counted from 1; a number beyond the end shows the last page */
    QueueList page(QueueFilter filter, int wanted, PendingSummary pending, Coverage coverage) {
        QueueRepository.Counts counts = queueRepository.counts(filter);
        CappedCount listed = counts.rows();
        int page = listed.more() ? wanted : Math.min(wanted, pages(listed.number()));
        List<Invitation> found = find(filter, page);
        if (found.isEmpty() && page > 1) {
            page = Math.min(
                    wanted,
                    pages(filter.grouped() ? queueRepository.countAllRows(filter) : queueRepository.countAll(filter)));
            found = find(filter, page);
        }
        int offset = (page - 1) * SIZE;
        List<Invitation> shown = found.stream().limit(SIZE).toList();
        Map<ResourceKey, List<Member>> offers = resourceGroups.of(shown, filter);
        Map<String, InvitationView> seen = views(shown, offers, filter);
        List<InvitationView> rows =
                shown.stream().map(row -> seen.get(row.id().value())).toList();
        return new QueueList(
                rows,
                together(shown, offers, seen),
                new Counts(
                        pending.waiting(),
                        pending.urgent(),
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

    /** Returns the views of the rows and of their groups, by id, and loads their owners once. */
    private Map<String, InvitationView> views(
            List<Invitation> shown, Map<ResourceKey, List<Member>> offers, QueueFilter filter) {
        Stream<Invitation> behind =
                offers.values().stream().flatMap(List::stream).map(Member::invitation);
        Map<InvitationId, Invitation> all = new LinkedHashMap<>();
        Stream.concat(shown.stream(), behind).forEach(invitation -> all.put(invitation.id(), invitation));
        return views.views(List.copyOf(all.values()), filter).stream()
                .collect(Collectors.toMap(InvitationView::id, Function.identity()));
    }

    /** Returns the groups by the id of the row that represents them. */
    private static Map<String, Together> together(
            List<Invitation> shown, Map<ResourceKey, List<Member>> offers, Map<String, InvitationView> seen) {
        Map<String, Together> together = new HashMap<>();
        for (Invitation row : shown) {
            List<Member> members = offers.get(ResourceKey.of(row));
            if (members != null) {
                together.put(
                        row.id().value(),
                        new Together(
                                members.get(0).together(),
                                members.stream()
                                        .map(member -> seen.get(
                                                member.invitation().id().value()))
                                        .toList()));
            }
        }
        return together;
    }

    /** Returns the rows of the page and the first row of the next page, if there is one. */
    private List<Invitation> find(QueueFilter filter, int page) {
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
        return coverage.complete() ? "NONE" : "BLIND";
    }
}
