package io.countersign.lead;

import io.countersign.connection.ResourceType;
import io.countersign.lead.LeadView.Row;
import io.countersign.owner.KnownOwner;
import io.countersign.owner.Owners;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns counted decisions into rows with the way to the entries behind them. */
@Component
class DecidedRows {

    private final Owners owners;

    DecidedRows(Owners owners) {
        this.owners = owners;
    }

    /** One row for all of them, with zeros where nothing was decided. */
    Row total(List<Decided> all, Period period) {
        HistoryLink link = HistoryLink.confirmed(period);
        return all.isEmpty()
                ? row(new Decided(null, 0, 0, Duration.ZERO, Duration.ZERO), null, link)
                : row(all.get(0), null, link);
    }

    List<Row> people(List<Decided> people, Period period) {
        return people.stream()
                .map(each -> row(each, null, HistoryLink.confirmed(period).with("person", each.key())))
                .toList();
    }

    /** History is asked for the types that we know; another one has no list behind it. */
    List<Row> types(List<Decided> types, Period period) {
        return types.stream()
                .map(each -> row(
                        each,
                        null,
                        each.key() != null && new ResourceType(each.key()).known()
                                ? HistoryLink.confirmed(period).with("type", each.key())
                                : null))
                .toList();
    }

    List<Row> owners(List<Decided> sharers, Period period) {
        Map<String, KnownOwner> known =
                owners.find(sharers.stream().map(Decided::key).toList());
        return sharers.stream()
                .map(each -> row(
                        each,
                        known.get(each.key()),
                        each.key() == null
                                ? null
                                : HistoryLink.confirmed(period).with("owner", each.key())))
                .toList();
    }

    private static Row row(Decided decided, @Nullable KnownOwner known, @Nullable HistoryLink link) {
        boolean none = decided.all() == 0;
        return new Row(
                decided.key(),
                known == null ? null : known.name(),
                decided.accepted(),
                decided.rejected(),
                none ? null : hours(decided.median()),
                none ? null : hours(decided.ninetieth()),
                link == null ? null : link.toString(),
                link == null ? null : link.with("action", "ACCEPT").toString(),
                link == null ? null : link.with("action", "REJECT").toString());
    }

    /** To a tenth. */
    private static double hours(Duration taken) {
        return Math.round(taken.toSeconds() / 360.0) / 10.0;
    }
}
