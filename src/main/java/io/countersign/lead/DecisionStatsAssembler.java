package io.countersign.lead;

import io.countersign.connection.ResourceType;
import io.countersign.lead.OverviewView.Row;
import io.countersign.owner.KnownOwner;
import io.countersign.owner.Owners;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Converts statistics into rows with links to the audit entries. */
@Component
class DecisionStatsAssembler {

    private final Owners owners;

    DecisionStatsAssembler(Owners owners) {
        this.owners = owners;
    }

    /** The row of all decisions, with zeros if there are none. */
    Row total(List<DecisionStats> all, ReportPeriod reportPeriod) {
        HistoryLink link = HistoryLink.decided(reportPeriod);
        return all.isEmpty()
                ? row(new DecisionStats(null, 0, 0, Duration.ZERO, Duration.ZERO), null, link)
                : row(all.get(0), null, link);
    }

    List<Row> people(List<DecisionStats> people, ReportPeriod reportPeriod) {
        return people.stream()
                .map(each -> row(each, null, HistoryLink.decided(reportPeriod).with("person", each.key())))
                .toList();
    }

    /** Unknown resource types have no link, because the audit log page cannot filter by them. */
    List<Row> types(List<DecisionStats> types, ReportPeriod reportPeriod) {
        return types.stream()
                .map(each -> row(
                        each,
                        null,
                        each.key() != null && new ResourceType(each.key()).known()
                                ? HistoryLink.decided(reportPeriod).with("type", each.key())
                                : null))
                .toList();
    }

    List<Row> owners(List<DecisionStats> sharers, ReportPeriod reportPeriod) {
        Map<String, KnownOwner> known =
                owners.find(sharers.stream().map(DecisionStats::key).toList());
        return sharers.stream()
                .map(each -> row(
                        each,
                        known.get(each.key()),
                        each.key() == null
                                ? null
                                : HistoryLink.decided(reportPeriod).with("owner", each.key())))
                .toList();
    }

    private static Row row(DecisionStats decisionStats, @Nullable KnownOwner known, @Nullable HistoryLink link) {
        boolean none = decisionStats.all() == 0;
        return new Row(
                decisionStats.key(),
                known == null ? null : known.name(),
                decisionStats.accepted(),
                decisionStats.rejected(),
                none ? null : decisionStats.median(),
                none ? null : decisionStats.ninetieth(),
                link == null ? null : link.toString(),
                link == null ? null : link.with("action", "ACCEPT").toString(),
                link == null ? null : link.with("action", "REJECT").toString());
    }
}
