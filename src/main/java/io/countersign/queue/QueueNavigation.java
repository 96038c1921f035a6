package io.countersign.queue;

import io.countersign.connection.ResourceType;
import io.countersign.invitation.CappedCount;
import io.countersign.invitation.queue.QueueFilter;
import io.countersign.invitation.queue.QueueSort;
import io.countersign.queue.QueueList.Sort;
import io.countersign.queue.QueueList.Tab;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tabs and sort links above the queue. */
final class QueueNavigation {

    private static final CappedCount NONE = new CappedCount(0);

    private QueueNavigation() {}

    static List<Tab> tabs(QueueFilter filter, Map<String, CappedCount> counts) {
        List<Tab> tabs = new ArrayList<>();
        tabs.add(tab(filter, null, sum(counts)));
        List<String> types = new ArrayList<>(
                ResourceType.KNOWN.stream().map(ResourceType::value).toList());
        counts.keySet().stream().filter(type -> !types.contains(type)).forEach(types::add);
        types.forEach(type -> tabs.add(tab(filter, type, counts.getOrDefault(type, NONE))));
        return tabs;
    }

    private static Tab tab(QueueFilter filter, @Nullable String type, CappedCount cappedCount) {
        boolean current = type == null ? filter.type() == null : type.equals(filter.type());
        return new Tab(type, cappedCount, filter.withType(type).link("/"), current);
    }

    static Map<String, Sort> sorts(QueueFilter filter) {
        Map<String, Sort> sorts = new LinkedHashMap<>();
        for (QueueSort sort : QueueSort.values()) {
            boolean current = filter.by() == sort;
            String turned = current && !filter.descending() ? "-" + sort.parameter() : sort.parameter();
            String direction = filter.descending() ? "descending" : "ascending";
            sorts.put(sort.parameter(), new Sort(filter.withSort(turned).link("/"), current ? direction : null));
        }
        return sorts;
    }

    static CappedCount sum(Map<String, CappedCount> counts) {
        return new CappedCount(
                counts.values().stream().mapToInt(CappedCount::number).sum());
    }
}
