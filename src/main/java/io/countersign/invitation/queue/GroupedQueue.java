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

    private static final int FEW_RESOURCES = 1000;

    private static final String FEW = """
            with recursive walk as (
              (select shared_by as owner, resource_start as resource from invitation
                where state = 'PENDING' and shared_by is not null and resource_start is not null
                order by shared_by, resource_start limit 1)
              union all
              select next.shared_by, next.resource_start from walk cross join lateral (
                select shared_by, resource_start from invitation
                where state = 'PENDING' and (shared_by, resource_start) > (walk.owner, walk.resource)
                order by shared_by, resource_start limit 1) as next),
            step as (select * from walk limit :most)
            select * from (
              select one.* from step cross join lateral (%s) as one union all (%s)) as listed
            where (select count(*) < :most and max(length(resource)) < :indexed from step)
            order by %s limit :size offset :offset""";

    private final JdbcClient jdbc;

    GroupedQueue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Reads further until the page is full, unless there are only few resources. */
    List<Invitation> page(QueueFilter filter, int offset, int size) {
        int wanted = offset + size;
        List<Invitation> ofFew = List.of();
        for (int most = wanted + size; ofFew.isEmpty(); most *= 2) {
            List<Line> lines = lines(filter, most);
            Map<ResourceKey, String> rows = new LinkedHashMap<>();
            lines.forEach(line -> rows.putIfAbsent(line.offer(), line.id()));
            if (rows.size() >= wanted || lines.size() < most) {
                return inOrder(rows.values().stream().skip(offset).limit(size).toList());
            }
            ofFew = most == wanted + size ? ofFewResources(filter, offset, size) : ofFew;
        }
        return ofFew;
    }

    /**
     * Steps from resource to resource in an index, because resources that are shared with thousands of accounts would
     * otherwise all be read. Returns nothing if there are too many resources, or longer ids than the index contains.
     */
    private List<Invitation> ofFewResources(QueueFilter filter, int offset, int size) {
        QueueSql clause = new QueueSql(filter);
        return jdbc.sql(FEW.formatted(
                        first(clause, "shared_by = step.owner and resource_start = step.resource", "1"),
                        first(clause, "(shared_by is null or resource_id is null)", ":wanted"),
                        clause.order()))
                .params(clause.parameters())
                .param("most", FEW_RESOURCES)
                .param("indexed", ResourceKey.INDEXED)
                .param("wanted", offset + size)
                .param("offset", offset)
                .param("size", size)
                .query(InvitationRepository::row)
                .list();
    }

    private static String first(QueueSql clause, String among, String most) {
        return "select * from invitation where %s and %s order by %s limit %s"
                .formatted(among, clause.condition(), clause.order(), most);
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
