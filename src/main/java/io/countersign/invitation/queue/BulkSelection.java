package io.countersign.invitation.queue;

import io.countersign.connection.InvitationId;
import io.countersign.invitation.VisibilityScope;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which invitations somebody means who does not name them one by one. */
@Repository
public class BulkSelection {

    private final JdbcClient jdbc;
    private final QueueRepository queueRepository;

    BulkSelection(JdbcClient jdbc, QueueRepository queueRepository) {
        this.jdbc = jdbc;
        this.queueRepository = queueRepository;
    }

    /** All that match, in the order of the queue. */
    public List<InvitationId> matching(QueueFilter filter, int most) {
        return find(new QueueSql(filter), "", most);
    }

    /** How many match, to the last one. */
    public int count(QueueFilter filter) {
        return queueRepository.countAll(filter);
    }

    /** Those that match and offer the same resource as this one; this one alone where AWS does not say what it offers. */
    public List<InvitationId> sameResource(InvitationId one, QueueFilter filter, int most) {
        QueueSql clause = new QueueSql(filter);
        clause.parameters().put("one", one.value());
        return find(clause, """
                 and (invitation_id = :one or (shared_by, resource_id) in
                  (select shared_by, resource_id from invitation where invitation_id = :one))""", most);
    }

    /** Which of these the scope lets somebody see, whatever became of them. */
    public Set<InvitationId> seen(Collection<InvitationId> ids, VisibilityScope visibilityScope) {
        if (ids.isEmpty()) {
            return Set.of();
        }
        return jdbc.sql("select invitation_id from invitation where invitation_id in (:ids) and "
                        + visibilityScope.seen())
                .params(visibilityScope.parameters())
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
