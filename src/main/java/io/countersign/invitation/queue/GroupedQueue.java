package io.countersign.invitation.queue;

import io.countersign.invitation.CappedCount;
import io.countersign.invitation.InvitationRepository;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads a page of the queue with one row for each resource. */
final class GroupedQueue {

    /** The most members of a group that the page shows. */
    static final int MEMBERS = 3;

    /** How many invitations of a row are counted: a page of resources that are shared with each account counts for all its rows. */
    private static final int COUNTED = 200;

    private static final int FEW_RESOURCES = 1000;

    /** The length of the column {@code resource_start}. */
    private static final int INDEXED = 200;

    /** Reads the first invitations in the order of the queue. Finds nothing if they are too few for the page. */
    private static final String LINES = """
            with line as materialized (
              select invitation_id, shared_by, resource_start, resource_id,
                case when shared_by is null or resource_id is null then invitation_id else resource_id end as shared,
                row_number() over (order by %2$s) as place
              from %3$s where %1$s order by %2$s limit :most),
            resource as (select min(place) as place from line group by shared_by, shared
              order by 1 limit :size offset :offset),
            page (one, owner, beginning, named, place) as (
              select invitation_id, shared_by, resource_start, resource_id, place from line join resource using (place)
              where (select count(*) from line) < :most or (select count(*) from resource) = :size
              order by place),
            extent as (select count(*) as read from line)""";

    /**
     * Steps from resource to resource in an index, because resources that are shared with thousands of accounts would
     * otherwise all be read. Finds nothing if there are too many resources, or longer ids than the index contains.
     */
    private static final String RESOURCES = """
            with recursive walk as (
              (select shared_by as owner, resource_start as resource from invitation
                where state = 'PENDING' and shared_by is not null and resource_start is not null
                order by shared_by, resource_start limit 1)
              union all
              select next.shared_by, next.resource_start from walk cross join lateral (
                select shared_by, resource_start from invitation
                where state = 'PENDING' and (shared_by, resource_start) > (walk.owner, walk.resource)
                order by shared_by, resource_start limit 1) as next),
            step as (select * from walk limit :most),
            page (one, owner, beginning, named, place) as (
              select invitation_id, shared_by, resource_start, resource_id, row_number() over (order by %2$s) from (
                select first.* from step cross join lateral (select * from invitation
                  where shared_by = step.owner and resource_start = step.resource and %1$s order by %2$s limit 1) as first
                union all (select * from invitation
                  where (shared_by is null or resource_id is null) and %1$s order by %2$s limit :wanted)) as listed
              where (select count(*) < :most and max(length(resource)) < :indexed from step)
              order by %2$s limit :size offset :offset),
            extent as (select count(*) as read from step)""";

    /** Adds the members of each row. Without rows, the only line of the answer contains the number of lines read. */
    private static final String WITH_MEMBERS = """
            %1$s
            select extent.read, page.place, size.together, member.* from extent left join (page
              cross join lateral (select count(*) as together from (%3$s limit :counted) as counted) as size
              cross join lateral (
                (%3$s order by %2$s limit :members)
                union all
                select * from invitation where invitation_id = one and (owner is null or named is null)) as member) on true
            order by place, %2$s""";

    private static final String SAME =
            "select * from invitation where shared_by = owner and resource_start = beginning and resource_id = named and %s";

    private final JdbcClient jdbc;

    GroupedQueue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Reads further until the page is full, unless there are only few resources. */
    List<QueueRow> page(QueueFilter filter, int offset, int size) {
        int most = CappedCount.END + offset + size + (offset + size) / 4;
        Found found = find(LINES, filter, offset, size, most);
        if (!found.whole(size, most)) {
            List<QueueRow> ofFew = find(RESOURCES, filter, offset, size, FEW_RESOURCES).rows;
            if (!ofFew.isEmpty()) {
                return ofFew;
            }
        }
        while (!found.whole(size, most)) {
            most *= 4;
            found = find(LINES, filter, offset, size, most);
        }
        return found.rows;
    }

    private record Found(List<QueueRow> rows, int read) {

        boolean whole(int size, int most) {
            return rows.size() == size || read < most;
        }
    }

    private Found find(String page, QueueFilter filter, int offset, int size, int most) {
        QueueSql clause = new QueueSql(filter);
        return jdbc.sql(WITH_MEMBERS.formatted(
                        page.formatted(clause.condition(), clause.order(), clause.table(":most")),
                        clause.order(),
                        SAME.formatted(clause.condition())))
                .params(clause.parameters())
                .param("most", most)
                .param("indexed", INDEXED)
                .param("wanted", offset + size)
                .param("offset", offset)
                .param("size", size)
                .param("counted", COUNTED + 1)
                .param("members", MEMBERS)
                .query(GroupedQueue::found);
    }

    private static Found found(ResultSet row) throws SQLException {
        List<QueueRow> rows = new ArrayList<>();
        int read = 0;
        int place = 0;
        while (row.next()) {
            read = row.getInt("read");
            if (row.getInt("place") > place) {
                place = row.getInt("place");
                rows.add(
                        new QueueRow(new ArrayList<>(), new CappedCount(Math.max(1, row.getInt("together")), COUNTED)));
            }
            if (place > 0) {
                rows.get(rows.size() - 1).members().add(InvitationRepository.row(row, place));
            }
        }
        return new Found(rows, read);
    }
}
