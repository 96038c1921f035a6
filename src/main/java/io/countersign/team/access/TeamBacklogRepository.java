package io.countersign.team.access;

import static io.countersign.invitation.InvitationColumns.time;

import io.countersign.invitation.VisibilityCondition;
import io.countersign.invitation.VisibilityScope;
import io.countersign.invitation.queue.BacklogCount;
import io.countersign.invitation.queue.BacklogRepository;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts the pending invitations of a scope by assignee and team. */
@Repository
public class TeamBacklogRepository {

    private final JdbcClient jdbc;

    public TeamBacklogRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The assignees with the most pending invitations. */
    public List<BacklogCount> byAssignee(VisibilityScope visibilityScope, Instant now) {
        return counting("""
                select c.person as key, count(*) from %1$s i
                join claim c on c.invitation_id = i.invitation_id and c.until_at > :now
                group by c.person order by count(*) desc, c.person limit %2$d""", visibilityScope)
                .param("now", time(now))
                .query(BacklogCount::of)
                .list();
    }

    /** The pending invitations without an assignee. */
    public long unassigned(VisibilityScope visibilityScope, Instant now) {
        return counting("""
                select count(*) from %1$s i
                where invitation_id not in (select invitation_id from claim where until_at > :now)""", visibilityScope)
                .param("now", time(now))
                .query(Long.class)
                .single();
    }

    /** An invitation of several teams counts for each of them. */
    public List<BacklogCount> byTeam(VisibilityScope visibilityScope) {
        return counting("""
                select t.name as key, count(distinct invitation_id) from %1$s i
                join team_source s on s.account_id = i.account_id and s.region in ('', i.region)
                join team t on t.id = s.team_id
                group by t.name order by count(distinct invitation_id) desc, t.name limit %2$d""", visibilityScope).query(BacklogCount::of).list();
    }

    private JdbcClient.StatementSpec counting(String sql, VisibilityScope visibilityScope) {
        return jdbc.sql(sql.formatted(VisibilityCondition.pending(visibilityScope), BacklogRepository.MOST))
                .params(VisibilityCondition.parameters(visibilityScope));
    }
}
