package io.countersign.invitation.queue;

import io.countersign.connection.InvitationId;
import io.countersign.invitation.CappedCount;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.InvitationRepository;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds what precedes and follows an invitation in the filtered queue. */
@Repository
public class QueueNeighborRepository {

    private final JdbcClient jdbc;
    private final QueueRepository queueRepository;

    public QueueNeighborRepository(JdbcClient jdbc, QueueRepository queueRepository) {
        this.jdbc = jdbc;
        this.queueRepository = queueRepository;
    }

    public Optional<Invitation> after(InvitationId id, QueueFilter filter) {
        QueueSql clause = new QueueSql(filter);
        return neighbor(id, clause, clause.after(), clause.order());
    }

    public Optional<Invitation> before(InvitationId id, QueueFilter filter) {
        QueueSql clause = new QueueSql(filter);
        return neighbor(id, clause, clause.before(), clause.reverseOrder());
    }

    /** Counts the invitations of the filtered queue before the given one. */
    public CappedCount countBefore(InvitationId id, QueueFilter filter) {
        QueueSql clause = new QueueSql(filter);
        Map<String, Object> parameters = new HashMap<>(clause.parameters());
        parameters.put("id", id.value());
        return queueRepository.count(clause.condition() + " and " + clause.before(), parameters);
    }

    private Optional<Invitation> neighbor(InvitationId id, QueueSql clause, String beside, String order) {
        return jdbc.sql("select * from invitation where %s and %s order by %s limit 1"
                        .formatted(clause.condition(), beside, order))
                .params(clause.parameters())
                .param("id", id.value())
                .query(InvitationRepository::row)
                .optional();
    }
}
