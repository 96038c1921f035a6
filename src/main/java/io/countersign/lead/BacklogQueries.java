package io.countersign.lead;

import io.countersign.invitation.VisibilityCondition;
import io.countersign.invitation.VisibilityScope;
import io.countersign.invitation.queue.AgeRange;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts the pending invitations of a scope for the overview page. */
@Repository
class BacklogQueries {

    private final JdbcClient jdbc;

    BacklogQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long waiting(AgeRange ageRange, VisibilityScope visibilityScope) {
        return jdbc.sql("select count(*) from invitation where state = 'PENDING' and %s and %s"
                        .formatted(ageRange.condition(), VisibilityCondition.of(visibilityScope)))
                .params(VisibilityCondition.parameters(visibilityScope))
                .query(Long.class)
                .single();
    }

    /** The accounts with the most pending invitations. */
    List<BacklogCount> waitingByAccount(VisibilityScope visibilityScope) {
        return waiting("account_id", visibilityScope);
    }

    /** The owners with the most pending invitations. */
    List<BacklogCount> waitingByOwner(VisibilityScope visibilityScope) {
        return waiting("shared_by", visibilityScope);
    }

    /** The assignees with the most pending invitations. */
    List<BacklogCount> waitingByPerson(VisibilityScope visibilityScope, Instant now) {
        return waiting(jdbc.sql("""
                select c.person as shared, count(*) as waiting from invitation
                join claim c on c.invitation_id = invitation.invitation_id and c.until_at > :now
                where state = 'PENDING' and %s
                group by c.person order by count(*) desc, c.person limit %d""".formatted(VisibilityCondition.of(visibilityScope), OverviewQueries.MOST))
                .params(VisibilityCondition.parameters(visibilityScope))
                .param("now", now.atOffset(ZoneOffset.UTC)));
    }

    /** The pending invitations without an assignee. */
    long free(VisibilityScope visibilityScope, Instant now) {
        return jdbc.sql("""
                select count(*) from invitation where state = 'PENDING' and %s
                  and invitation_id not in (select invitation_id from claim where until_at > :now)""".formatted(VisibilityCondition.of(visibilityScope)))
                .params(VisibilityCondition.parameters(visibilityScope))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    /** An invitation of several teams counts for each of them. */
    List<BacklogCount> waitingByTeam(VisibilityScope visibilityScope) {
        return waiting(jdbc.sql("""
                select t.name as shared, count(distinct invitation_id) as waiting from (
                    select * from invitation where state = 'PENDING' and %s) i
                join team_source s on s.account_id = i.account_id and s.region in ('', i.region)
                join team t on t.id = s.team_id
                group by t.name order by count(distinct invitation_id) desc, t.name limit %d""".formatted(VisibilityCondition.of(visibilityScope), OverviewQueries.MOST))
                .params(VisibilityCondition.parameters(visibilityScope)));
    }

    private List<BacklogCount> waiting(String column, VisibilityScope visibilityScope) {
        return waiting(jdbc.sql("""
                select %1$s as shared, count(*) as waiting from invitation
                where state = 'PENDING' and %1$s is not null and %3$s
                group by %1$s order by count(*) desc, %1$s limit %2$d""".formatted(column, OverviewQueries.MOST, VisibilityCondition.of(visibilityScope)))
                .params(VisibilityCondition.parameters(visibilityScope)));
    }

    private static List<BacklogCount> waiting(JdbcClient.StatementSpec counting) {
        return counting.query((row, number) -> new BacklogCount(row.getString("shared"), row.getLong("waiting")))
                .list();
    }
}
