package io.countersign.team.access;

import static io.countersign.invitation.InvitationColumns.time;

import io.countersign.invitation.VisibilityCondition;
import io.countersign.invitation.VisibilityScope;
import io.countersign.invitation.queue.BacklogCount;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts the pending invitations of a scope by age, account, owner, assignee and team. */
@Repository
public class TeamBacklogRepository {

    /** More groups would make a page harder to read. */
    private static final int MOST = 20;

    /**
     * Counts only the invitations of the rare groups by age and assignee: the youngest and the unassigned ones are the
     * rest. So all columns that it reads of all invitations are in one index.
     */
    private static final String BACKLOG = """
            with grouped as (
              select case grouping(account_id, shared_by) when 1 then 'account' when 2 then 'owner' else 'all' end as property,
                coalesce(account_id, shared_by, '') as key, count(*) as count
              from %1$s i group by grouping sets ((account_id), (shared_by), ())),
            age as (
              select width_bucket(current_timestamp - first_seen_at, array[AGES]) as age, count(*) as count from (
                select first_seen_at from %1$s i where first_seen_at <= current_timestamp - SECOND
                union all
                select first_seen_at from %1$s i where first_seen_at > current_timestamp) rare
              group by age),
            assigned as (
              select c.person, count(*) as count from claim c join %1$s i on i.invitation_id = c.invitation_id
              where c.until_at > :now group by c.person),
            counted as (
              select property, key, count from grouped where property <> 'all' and key <> ''
              union all select 'age', cast(age as varchar), count from age
              union all select 'age', '1', count - (select coalesce(sum(count), 0) from age) from grouped where property = 'all'
              union all select 'assignee', person, count from assigned
              union all select 'unassigned', '', count - (select coalesce(sum(count), 0) from assigned) from grouped
                where property = 'all')
            select property, key, count from (
              select counted.*, row_number() over (partition by property order by count desc, key) as place
              from counted where count > 0) ranked
            where place <= %2$d order by property, place""";

    private final JdbcClient jdbc;

    public TeamBacklogRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param ages the first hours of the age groups, ascending: 0 and at least one more */
    public Backlog backlog(List<Integer> ages, VisibilityScope visibilityScope, Instant now) {
        return counting(
                        BACKLOG.replace("AGES", hours(ages)).replace("SECOND", hours(ages.subList(1, 2))),
                        visibilityScope)
                .param("now", time(now))
                .query((ResultSet rows) -> {
                    Map<String, List<BacklogCount>> found = new HashMap<>();
                    while (rows.next()) {
                        found.computeIfAbsent(rows.getString("property"), any -> new ArrayList<>())
                                .add(BacklogCount.of(rows, rows.getRow()));
                    }
                    return new Backlog(
                            found.getOrDefault("age", List.of()),
                            found.getOrDefault("account", List.of()),
                            found.getOrDefault("owner", List.of()),
                            found.getOrDefault("assignee", List.of()),
                            found.getOrDefault("unassigned", List.of()).stream()
                                    .mapToLong(BacklogCount::count)
                                    .sum());
                });
    }

    private static String hours(List<Integer> ages) {
        return ages.stream().map(hours -> "interval '" + hours + "' hour").collect(Collectors.joining(", "));
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
                } else if (teams.size() < MOST) {
                    teams.add(BacklogCount.of(rows, teams.size()));
                }
            }
            return all;
        });
    }

    private JdbcClient.StatementSpec counting(String sql, VisibilityScope visibilityScope) {
        return jdbc.sql(sql.formatted(VisibilityCondition.pending(visibilityScope), MOST))
                .params(VisibilityCondition.parameters(visibilityScope));
    }
}
