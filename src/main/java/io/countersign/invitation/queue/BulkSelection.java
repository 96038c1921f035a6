package io.countersign.invitation.queue;

import io.countersign.connection.InvitationId;
import io.countersign.invitation.VisibilityCondition;
import io.countersign.invitation.VisibilityScope;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Resolves a bulk selection (by filter or by resource) to invitation ids. */
@Repository
public class BulkSelection {

    private final JdbcClient jdbc;
    private final QueueRepository queueRepository;

    BulkSelection(JdbcClient jdbc, QueueRepository queueRepository) {
        this.jdbc = jdbc;
        this.queueRepository = queueRepository;
    }

    /** Returns all matching invitations, in the order of the queue. */
    public List<InvitationId> matching(QueueFilter filter, int most) {
        return find(new QueueSql(filter), "", most);
    }

    /** Counts all matching invitations, without a limit. */
    public int count(QueueFilter filter) {
        return queueRepository.countAll(filter);
    }

    /**
     * Returns the matching invitations that share the resource of the given one, or only that one if AWS names no
     * resource.
     */
    public List<InvitationId> sameResource(InvitationId one, QueueFilter filter, int most) {
        QueueSql clause = new QueueSql(filter);
        clause.parameters().put("one", one.value());
        return find(clause, """
                 and invitation_id in (select :one union all
                  select same.invitation_id from invitation one join invitation same on same.shared_by = one.shared_by
                    and same.resource_start = one.resource_start and same.resource_id = one.resource_id
                  where one.invitation_id = :one)""", most);
    }

    /** Returns the ids that the scope contains, in any invitation state. */
    public Set<InvitationId> seen(Collection<InvitationId> ids, VisibilityScope visibilityScope) {
        if (ids.isEmpty()) {
            return Set.of();
        }
        return jdbc.sql("select invitation_id from invitation where invitation_id in (:ids) and "
                        + VisibilityCondition.of(visibilityScope))
                .params(VisibilityCondition.parameters(visibilityScope))
                .param("ids", ids.stream().map(InvitationId::value).toList())
                .query((row, number) -> new InvitationId(row.getString(1)))
                .set();
    }

    private List<InvitationId> find(QueueSql clause, String further, int most) {
        return jdbc.sql("select invitation_id from invitation where %s %s order by %s limit :most"
                        .formatted(clause.condition(), further, clause.order()))
                .params(clause.parameters())
                .param("most", most)
                .query((row, number) -> new InvitationId(row.getString(1)))
                .list();
    }
}
