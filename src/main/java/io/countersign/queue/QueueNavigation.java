package io.countersign.queue;

import io.countersign.invitation.CappedCount;
import io.countersign.invitation.queue.QueueFilter;
import io.countersign.invitation.queue.QueueSort;
import io.countersign.invitation.queue.QueueState;
import io.countersign.queue.QueueList.Sort;
import io.countersign.queue.QueueList.Tab;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tabs and sort links above the queue. */
final class QueueNavigation {

    private QueueNavigation() {}

    static List<Tab> tabs(QueueFilter filter, Map<QueueState, CappedCount> counts) {
        return counts.entrySet().stream()
                .map(each -> new Tab(
                        each.getKey(),
                        each.getValue(),
                        filter.withState(each.getKey()).link("/"),
                        each.getKey() == filter.state()))
                .toList();
    }

    static Map<String, Sort> sorts(QueueFilter filter) {
        Map<String, Sort> sorts = new LinkedHashMap<>();
        for (QueueSort sort : QueueSort.values()) {
            if (!sort.in(filter.state())) {
                continue;
            }
            boolean current = filter.by() == sort;
            String turned = current && !filter.descending() ? "-" + sort.parameter() : sort.parameter();
            String direction = filter.descending() ? "descending" : "ascending";
            sorts.put(sort.parameter(), new Sort(filter.withSort(turned).link("/"), current ? direction : null));
        }
        return sorts;
    }
}
