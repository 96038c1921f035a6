package io.countersign.team.access;

import static io.countersign.invitation.InvitationColumns.time;

import io.countersign.invitation.VisibilityCondition;
import io.countersign.invitation.VisibilityScope;
import io.countersign.invitation.queue.BacklogCount;
import io.countersign.invitation.queue.BacklogRepository;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.ArrayList;
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

    /** An invitation of several teams counts for each of them. Teams own places, so places are counted first. */
    public TeamBacklog byTeam(VisibilityScope visibilityScope) {
        List<BacklogCount> teams = new ArrayList<>();
        return counting("""
                with place as (select account_id, region, count(*) as pending from %1$s i group by account_id, region),
                share as (select distinct p.*, t.name from place p
                  join team_source s on s.account_id = p.account_id and s.region in ('', p.region)
                  join team t on t.id = s.team_id),
                once as (select pending, count(*) as teams from share group by account_id, region, pending)
                select name as key, sum(pending) as count, 0 as once, 0 as several from share group by name
                union all select null, sum(pending * teams), sum(pending), sum(pending) filter (where teams > 1) from once
                order by count desc, key""", visibilityScope).query((ResultSet rows) -> {
            TeamBacklog all = new TeamBacklog(teams, 0, 0, 0);
            while (rows.next()) {
                if (rows.getString("key") == null) {
                    all = new TeamBacklog(teams, rows.getLong("count"), rows.getLong("once"), rows.getLong("several"));
                } else if (teams.size() < BacklogRepository.MOST) {
                    teams.add(BacklogCount.of(rows, teams.size()));
                }
            }
            return all;
        });
    }

    private JdbcClient.StatementSpec counting(String sql, VisibilityScope visibilityScope) {
        return jdbc.sql(sql.formatted(VisibilityCondition.pending(visibilityScope), BacklogRepository.MOST))
                .params(VisibilityCondition.parameters(visibilityScope));
    }
}
