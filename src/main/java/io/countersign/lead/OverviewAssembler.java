package io.countersign.lead;

import io.countersign.invitation.VisibilityScope;
import io.countersign.lead.OverviewView.Band;
import io.countersign.lead.OverviewView.Count;
import io.countersign.lead.OverviewView.Week;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Assembles the overview page. */
@Component
class OverviewAssembler {

    private final OverviewQueries overviewQueries;
    private final BacklogAssembler backlogs;
    private final DecisionStatsAssembler rows;

    OverviewAssembler(OverviewQueries overviewQueries, BacklogAssembler backlogs, DecisionStatsAssembler rows) {
        this.overviewQueries = overviewQueries;
        this.backlogs = backlogs;
        this.rows = rows;
    }

    OverviewView page(ReportPeriod reportPeriod, VisibilityScope visibilityScope) {
        OverviewView.Backlog backlog = backlogs.backlog(visibilityScope);
        List<Week> weeks = weeks(reportPeriod, visibilityScope);
        OverviewView.Summary summary = new OverviewView.Summary(
                backlog.timeLeft().stream().mapToLong(Band::count).sum(),
                backlogs.urgent(visibilityScope),
                rows.total(overviewQueries.decided(reportPeriod, visibilityScope), reportPeriod),
                new Count(
                        weeks.stream().mapToLong(week -> week.expired().count()).sum(),
                        HistoryLink.expired(reportPeriod).toString()));
        return new OverviewView(summary, backlog, decided(reportPeriod, visibilityScope), weeks);
    }

    private OverviewView.Decided decided(ReportPeriod reportPeriod, VisibilityScope visibilityScope) {
        return new OverviewView.Decided(
                rows.people(overviewQueries.decidedByPerson(reportPeriod, visibilityScope), reportPeriod),
                rows.types(overviewQueries.decidedByType(reportPeriod, visibilityScope), reportPeriod),
                rows.owners(overviewQueries.decidedByOwner(reportPeriod, visibilityScope), reportPeriod));
    }

    /** All weeks of the period, including those without events. */
    private List<Week> weeks(ReportPeriod reportPeriod, VisibilityScope visibilityScope) {
        Map<LocalDate, DecisionStats> decided = overviewQueries.decidedByWeek(reportPeriod, visibilityScope);
        Map<LocalDate, Long> expired = overviewQueries.expiredByWeek(reportPeriod, visibilityScope);
        LocalDate first = reportPeriod.from().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return Stream.iterate(first, monday -> !monday.isAfter(reportPeriod.to()), monday -> monday.plusWeeks(1))
                .map(monday -> new Week(
                        monday,
                        rows.total(
                                Optional.ofNullable(decided.get(monday)).stream()
                                        .toList(),
                                reportPeriod.week(monday)),
                        new Count(
                                expired.getOrDefault(monday, 0L),
                                HistoryLink.expired(reportPeriod.week(monday)).toString())))
                .toList();
    }
}
