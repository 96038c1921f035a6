package io.countersign.invitation;

import io.countersign.connection.ResourceType;
import io.countersign.invitation.QueuePage.Sort;
import io.countersign.invitation.QueuePage.Tab;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts a page of the queue together. */
@Component
class QueuePages {

    static final int SIZE = 50;

    private final Queue queue;
    private final InvitationViews views;

    QueuePages(Queue queue, InvitationViews views) {
        this.queue = queue;
        this.views = views;
    }

    /** @param wanted counted from 1; beyond the end the last page is shown */
    QueuePage page(QueueFilter filter, int wanted, Coverage coverage) {
        Map<String, Integer> counts = queue.countByType(filter.withType(null));
        int waiting = filter.restricts() ? sum(queue.countByType(QueueFilter.none())) : sum(counts);
        int total = filter.type() == null ? sum(counts) : counts.getOrDefault(filter.type(), 0);
        int pages = Math.max(1, (total + SIZE - 1) / SIZE);
        int page = Math.min(wanted, pages);
        int offset = (page - 1) * SIZE;
        List<InvitationView> rows = views.views(queue.page(filter, offset, SIZE), filter);
        return new QueuePage(
                rows,
                waiting,
                queue.countSeenBy(views.urgentIfSeenBy()),
                total,
                tabs(filter, counts),
                sorts(filter),
                page,
                pages,
                rows.isEmpty() ? 0 : offset + 1,
                offset + rows.size(),
                page > 1 ? filter.link("/", page - 1) : null,
                page < pages ? filter.link("/", page + 1) : null,
                rows.isEmpty() ? whyEmpty(filter, coverage) : null);
    }

    private static List<Tab> tabs(QueueFilter filter, Map<String, Integer> counts) {
        List<Tab> tabs = new ArrayList<>();
        tabs.add(tab(filter, null, sum(counts)));
        List<String> types = new ArrayList<>(
                ResourceType.KNOWN.stream().map(ResourceType::value).toList());
        counts.keySet().stream().filter(type -> !types.contains(type)).forEach(types::add);
        types.forEach(type -> tabs.add(tab(filter, type, counts.getOrDefault(type, 0))));
        return tabs;
    }

    private static Tab tab(QueueFilter filter, @Nullable String type, int count) {
        boolean current = type == null ? filter.type() == null : type.equals(filter.type());
        return new Tab(type, count, filter.withType(type).link("/"), current);
    }

    private static Map<String, Sort> sorts(QueueFilter filter) {
        Map<String, Sort> sorts = new LinkedHashMap<>();
        for (QueueSort sort : QueueSort.values()) {
            boolean current = filter.by() == sort;
            String turned = current && !filter.descending() ? "-" + sort.parameter() : sort.parameter();
            String direction = filter.descending() ? "descending" : "ascending";
            sorts.put(sort.parameter(), new Sort(filter.withSort(turned).link("/"), current ? direction : null));
        }
        return sorts;
    }

    private static String whyEmpty(QueueFilter filter, Coverage coverage) {
        if (coverage.sources() == 0) {
            return "UNCONFIGURED";
        }
        if (filter.restricts()) {
            return "FILTERED";
        }
        return coverage.complete() ? "NONE" : "BLIND";
    }

    private static int sum(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
