package io.countersign.invitation.queue;

import io.countersign.invitation.Invitation;
import io.countersign.invitation.InvitationRepository;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads a page of the queue with one row for each resource. */
final class GroupedQueue {

    private final JdbcClient jdbc;

    GroupedQueue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Reads further until the page is full. This is cheap, because users read the first pages and large groups are
     * rare.
     */
    List<Invitation> page(QueueFilter filter, int offset, int size) {
        int wanted = offset + size;
        for (int most = wanted + size; ; most *= 2) {
            List<Line> lines = lines(filter, most);
            Map<ResourceKey, String> rows = new LinkedHashMap<>();
            lines.forEach(line -> rows.putIfAbsent(line.offer(), line.id()));
            if (rows.size() >= wanted || lines.size() < most) {
                return inOrder(rows.values().stream().skip(offset).limit(size).toList());
            }
        }
    }

    private record Line(String id, ResourceKey offer) {}

    private List<Line> lines(QueueFilter filter, int most) {
        QueueSql clause = new QueueSql(filter);
        return jdbc.sql("select invitation_id, shared_by, resource_id from invitation where %s order by %s limit :most"
                        .formatted(clause.condition(), clause.order()))
                .params(clause.parameters())
                .param("most", most)
                .query((row, number) -> new Line(
                        row.getString(1), ResourceKey.of(row.getString(1), row.getString(2), row.getString(3))))
                .list();
    }

    private List<Invitation> inOrder(List<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<String, Invitation> found = new HashMap<>();
        jdbc.sql("select * from invitation where invitation_id in (:ids)")
                .param("ids", ids)
                .query(InvitationRepository::row)
                .list()
                .forEach(row -> found.put(row.id().value(), row));
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }
}
