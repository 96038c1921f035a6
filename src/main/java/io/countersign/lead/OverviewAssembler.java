package io.countersign.lead;

import io.countersign.invitation.VisibilityScope;
import io.countersign.lead.OverviewQueries.Decisions;
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
        Decisions decisions = overviewQueries.decisions(reportPeriod, visibilityScope);
        List<Week> weeks = weeks(reportPeriod, decisions, overviewQueries.expiredByWeek(reportPeriod, visibilityScope));
        OverviewView.Summary summary = new OverviewView.Summary(
                backlog.timeLeft().stream().mapToLong(Band::count).sum(),
                BacklogAssembler.urgent(backlog.timeLeft()),
                rows.total(decisions.all(), reportPeriod),
                new Count(
                        weeks.stream().mapToLong(week -> week.expired().count()).sum(),
                        HistoryLink.expired(reportPeriod).toString()));
        OverviewView.Decided decided = new OverviewView.Decided(
                rows.people(decisions.people(), reportPeriod),
                rows.types(decisions.types(), reportPeriod),
                rows.owners(decisions.owners(), reportPeriod));
        return new OverviewView(summary, backlog, decided, weeks);
    }

    /** All weeks of the period, including those without events. */
    private List<Week> weeks(ReportPeriod reportPeriod, Decisions decisions, Map<LocalDate, Long> expired) {
        LocalDate first = reportPeriod.from().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return Stream.iterate(first, monday -> !monday.isAfter(reportPeriod.to()), monday -> monday.plusWeeks(1))
                .map(monday -> new Week(
                        monday,
                        rows.total(
                                Optional.ofNullable(decisions.weeks().get(monday)).stream()
                                        .toList(),
                                reportPeriod.week(monday)),
                        new Count(
                                expired.getOrDefault(monday, 0L),
                                HistoryLink.expired(reportPeriod.week(monday)).toString())))
                .toList();
    }
}
