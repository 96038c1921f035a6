package io.countersign.lead;

import io.countersign.invitation.VisibilityCondition;
import io.countersign.invitation.VisibilityScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
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

    /** Reads the decisions once. All spellings of a name mean one user, as in the list of the audit log. */
    private static final String DECIDED = """
            select * from (
              select counted.*, row_number() over (partition by property order by decided desc, shared) as place from (
                select case grouping(week, person, resource_type, owner)
                    when 7 then 'week' when 11 then 'person' when 13 then 'type' when 14 then 'owner' else 'all' end as property,
                  case when grouping(person) = 0 then min(decided_by)
                    else coalesce(cast(week as varchar), resource_type, owner) end as shared,
                  count(*) as decided, count(*) filter (where decided_action = 'ACCEPT') as accepted,
                  count(*) filter (where decided_action = 'REJECT') as rejected,
                  percentile_cont(0.5) within group (order by taken) as median,
                  percentile_cont(0.9) within group (order by taken) as ninetieth
                from (select d.*, lower(d.decided_by collate "C") as person, %1$s as week,
                    cast(extract(epoch from decision.decided_at) - extract(epoch from i.first_seen_at) as double precision) as taken
                  from (select * from confirmed_decision where at >= :begin and at < :end and %2$s) d
                    left join decision on decision.id = d.decision_id
                    left join invitation i on i.invitation_id = d.invitation_id) each
                group by grouping sets ((), (week), (person), (resource_type), (owner))) counted
              where decided > 0) ranked
            where place <= %3$d order by property, place""";

    private final JdbcClient jdbc;

    /**
     * The decisions of a period. Each list has at most the largest groups.
     *
     * @param all one row, or none if there are no decisions
     * @param weeks by the Monday of the week
     */
    record Decisions(
            List<DecisionStats> all,
            Map<LocalDate, DecisionStats> weeks,
            List<DecisionStats> people,
            List<DecisionStats> types,
            List<DecisionStats> owners) {}

    OverviewQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Decisions decisions(ReportPeriod reportPeriod, VisibilityScope visibilityScope) {
        Map<String, List<DecisionStats>> found = new HashMap<>();
        jdbc.sql(DECIDED.formatted(WEEK.formatted("d.at"), VisibilityCondition.of(visibilityScope), MOST))
                .params(VisibilityCondition.parameters(visibilityScope))
                .param("begin", reportPeriod.begin())
                .param("end", reportPeriod.end())
                .query(row -> {
                    found.computeIfAbsent(row.getString("property"), any -> new ArrayList<>())
                            .add(decided(row));
                });
        Map<LocalDate, DecisionStats> weeks = new TreeMap<>();
        found.getOrDefault("week", List.of())
                .forEach(each -> weeks.put(monday(Long.parseLong(String.valueOf(each.key()))), each));
        return new Decisions(
                found.getOrDefault("all", List.of()),
                weeks,
                found.getOrDefault("person", List.of()),
                found.getOrDefault("type", List.of()),
                found.getOrDefault("owner", List.of()));
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

    private static DecisionStats decided(ResultSet row) throws SQLException {
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
