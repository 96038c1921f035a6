package io.countersign.lead;

import io.countersign.invitation.VisibilityCondition;
import io.countersign.invitation.VisibilityScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Queries for the numbers of the overview page, limited to a visibility scope. */
@Repository
class OverviewQueries {

    /** More rows would make the page harder to read. */
    static final int MOST = 20;

    /** The number of the week, starting on Monday; week 0 contains January 1, 1970, a Thursday. */
    private static final String WEEK = "cast(floor((floor(extract(epoch from %s) / 86400) + 3) / 7) as bigint)";

    private static final LocalDate FIRST_MONDAY = LocalDate.of(1969, 12, 29);

    private static final String TAKEN =
            "cast(extract(epoch from decision.decided_at) - extract(epoch from i.first_seen_at) as double precision)";

    private static final String DECIDED = """
            select min(%1$s) as shared, count(*) filter (where d.decided_action = 'ACCEPT') as accepted,
              count(*) filter (where d.decided_action = 'REJECT') as rejected,
              percentile_cont(0.5) within group (order by %2$s) as median,
              percentile_cont(0.9) within group (order by %2$s) as ninetieth
            from (select * from confirmed_decision where at >= :begin and at < :end and %4$s) d
              left join decision on decision.id = d.decision_id
              left join invitation i on i.invitation_id = d.invitation_id
            group by %5$s order by count(*) desc, shared limit %3$d""";

    /** All spellings of a name mean one user, as in the list of the audit log. */
    private static final String SPELLINGS = "lower(d.decided_by collate \"C\")";

    private final JdbcClient jdbc;

    OverviewQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One row, or none if there are no decisions. */
    List<DecisionStats> decided(ReportPeriod reportPeriod, VisibilityScope visibilityScope) {
        return decided("d.outcome", MOST, reportPeriod, visibilityScope);
    }

    List<DecisionStats> decidedByPerson(ReportPeriod reportPeriod, VisibilityScope visibilityScope) {
        return decided("d.decided_by", SPELLINGS, MOST, reportPeriod, visibilityScope);
    }

    List<DecisionStats> decidedByType(ReportPeriod reportPeriod, VisibilityScope visibilityScope) {
        return decided("d.resource_type", MOST, reportPeriod, visibilityScope);
    }

    /** The owners with the most decisions. */
    List<DecisionStats> decidedByOwner(ReportPeriod reportPeriod, VisibilityScope visibilityScope) {
        return decided("d.owner", MOST, reportPeriod, visibilityScope);
    }

    /** The decisions by the Monday of their week. */
    Map<LocalDate, DecisionStats> decidedByWeek(ReportPeriod reportPeriod, VisibilityScope visibilityScope) {
        Map<LocalDate, DecisionStats> weeks = new TreeMap<>();
        decided(WEEK.formatted("d.at"), reportPeriod.days(), reportPeriod, visibilityScope)
                .forEach(each -> weeks.put(monday(Long.parseLong(String.valueOf(each.key()))), each));
        return weeks;
    }

    /** The entries that an invitation expired undecided, by the Monday of their week. */
    Map<LocalDate, Long> expiredByWeek(ReportPeriod reportPeriod, VisibilityScope visibilityScope) {
        Map<LocalDate, Long> weeks = new TreeMap<>();
        jdbc.sql("""
                select %1$s as week, count(*) as expired from audit_entry
                where outcome = 'EXPIRED' and at >= :begin and at < :end and %2$s
                group by %1$s""".formatted(WEEK.formatted("at"), VisibilityCondition.of(visibilityScope)))
                .params(VisibilityCondition.parameters(visibilityScope))
                .param("begin", reportPeriod.begin())
                .param("end", reportPeriod.end())
                .query(row -> {
                    weeks.put(monday(row.getLong("week")), row.getLong("expired"));
                });
        return weeks;
    }

    private List<DecisionStats> decided(
            String shared, int most, ReportPeriod reportPeriod, VisibilityScope visibilityScope) {
        return decided(shared, shared, most, reportPeriod, visibilityScope);
    }

    private List<DecisionStats> decided(
            String shared, String group, int most, ReportPeriod reportPeriod, VisibilityScope visibilityScope) {
        return jdbc.sql(DECIDED.formatted(shared, TAKEN, most, VisibilityCondition.of(visibilityScope), group))
                .params(VisibilityCondition.parameters(visibilityScope))
                .param("begin", reportPeriod.begin())
                .param("end", reportPeriod.end())
                .query(OverviewQueries::decided)
                .list();
    }

    private static DecisionStats decided(ResultSet row, int number) throws SQLException {
        return new DecisionStats(
                row.getString("shared"),
                row.getLong("accepted"),
                row.getLong("rejected"),
                seconds(row.getDouble("median")),
                seconds(row.getDouble("ninetieth")));
    }

    /** Never negative: after a clock change, a decision may seem older than its invitation. */
    private static Duration seconds(double seconds) {
        return Duration.ofSeconds(Math.max(0, Math.round(seconds)));
    }

    private static LocalDate monday(long week) {
        return FIRST_MONDAY.plusWeeks(week);
    }
}
