package io.countersign.invitation;

import static io.countersign.invitation.InvitationColumns.time;

import io.countersign.connection.InvitationId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The pending invitations, filtered and in order. */
@Repository
class Queue {

    private final JdbcClient jdbc;

    Queue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Invitation> page(QueueFilter filter, int offset, int size) {
        QueueClause clause = new QueueClause(filter);
        return jdbc.sql("select * from invitation where %s order by %s limit :size offset :offset"
                        .formatted(clause.condition(), clause.order()))
                .params(clause.parameters())
                .param("size", size)
                .param("offset", offset)
                .query(Invitations::row)
                .list();
    }

    /** How many match, by resource type. */
    Map<String, Integer> countByType(QueueFilter filter) {
        QueueClause clause = new QueueClause(filter);
        Map<String, Integer> counts = new LinkedHashMap<>();
        jdbc.sql("select resource_type, count(*) from invitation where %s group by resource_type order by resource_type"
                        .formatted(clause.condition()))
                .params(clause.parameters())
                .query(row -> {
                    counts.put(row.getString(1), row.getInt(2));
                });
        return counts;
    }

    /** How many were first seen at or before that moment. */
    int countSeenBy(Instant moment, Scope scope) {
        return jdbc.sql("select count(*) from invitation where state = 'PENDING' and first_seen_at <= :moment and "
                        + scope.seen())
                .params(scope.parameters())
                .param("moment", time(moment))
                .query(Integer.class)
                .single();
    }

    /** Owners with something pending. */
    List<String> owners(Scope scope) {
        return jdbc.sql("""
                select distinct shared_by from invitation
                where state = 'PENDING' and shared_by is not null and %s order by shared_by""".formatted(scope.seen()))
                .params(scope.parameters())
                .query(String.class)
                .list();
    }

    Optional<Invitation> after(InvitationId id, QueueFilter filter) {
        QueueClause clause = new QueueClause(filter);
        return neighbour(id, clause, clause.behind(), clause.order());
    }

    Optional<Invitation> before(InvitationId id, QueueFilter filter) {
        QueueClause clause = new QueueClause(filter);
        return neighbour(id, clause, clause.before(), clause.reverseOrder());
    }

    /** How many of the filtered queue come before it. */
    int countBefore(InvitationId id, QueueFilter filter) {
        QueueClause clause = new QueueClause(filter);
        return jdbc.sql("select count(*) from invitation where %s and %s"
                        .formatted(clause.condition(), clause.before()))
                .params(clause.parameters())
                .param("id", id.value())
                .query(Integer.class)
                .single();
    }

    private Optional<Invitation> neighbour(InvitationId id, QueueClause clause, String beside, String order) {
        return jdbc.sql("select * from invitation where %s and %s order by %s limit 1"
                        .formatted(clause.condition(), beside, order))
                .params(clause.parameters())
                .param("id", id.value())
                .query(Invitations::row)
                .optional();
    }
}
