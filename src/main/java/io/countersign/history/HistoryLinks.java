package io.countersign.history;

import io.countersign.audit.entry.AuditEntryPage;
import io.countersign.history.HistoryView.Choice;
import io.countersign.history.HistoryView.Links;
import io.countersign.input.EncodedQuery;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** Builds the links of the audit log page, which keep its filters. */
final class HistoryLinks {

    private HistoryLinks() {}

    /** @param routine whether the page shows routine entries; its downloads have the same entries */
    static Links of(HistoryForm form, boolean routine, @Nullable AuditEntryPage page) {
        Map<String, String> download = form.parameters();
        if (!routine) {
            download.put("outcome", HistoryForm.ACTIVITY);
        }
        return new Links(
                page == null || page.older() == null
                        ? null
                        : history(form, Map.of("before", page.older().toString())),
                page == null || page.newer() == null
                        ? null
                        : history(form, Map.of("after", page.newer().toString())),
                link("/history.csv", download),
                link("/history.jsonl", download));
    }

    /** Returns the query of the page with these filters at this position, encoded; null for none, and for a very long one. */
    static @Nullable String query(HistoryForm form, HistoryPosition position) {
        Map<String, String> parameters = form.parameters();
        if (position.before() != null) {
            parameters.put("before", position.before().toString());
        }
        if (position.after() != null) {
            parameters.put("after", position.after().toString());
        }
        return parameters.isEmpty()
                ? null
                : EncodedQuery.checked(link("", parameters).substring(1));
    }

    /** The decisions, and the entries with and without the routine entries of the system. */
    static List<Choice> tabs(HistoryForm form) {
        String current = form.parameters().getOrDefault("outcome", HistoryForm.ACTIVITY);
        return Stream.of(HistoryForm.ACTIVITY, HistoryForm.DECIDED, HistoryForm.ALL)
                .map(outcome -> new Choice(
                        outcome,
                        history(form, Map.of("outcome", outcome.equals(HistoryForm.ACTIVITY) ? "" : outcome)),
                        outcome.equals(current)))
                .toList();
    }

    static List<Choice> ranges(HistoryForm form, LocalDate today) {
        LocalDate month = today.withDayOfMonth(1);
        LocalDate quarter = today.with(IsoFields.DAY_OF_QUARTER, 1);
        return List.of(
                range("week", form, today.minusDays(6), today),
                range("days", form, today.minusDays(29), today),
                range("month", form, month, today),
                range("last-month", form, month.minusMonths(1), month.minusDays(1)),
                range("quarter", form, quarter, today),
                range("last-quarter", form, quarter.minusMonths(3), quarter.minusDays(1)));
    }

    /** Each keeps the days and replaces all other filters. */
    static List<Choice> presets(HistoryForm form) {
        Map<String, String> days = new TreeMap<>(form.parameters());
        days.keySet().retainAll(Set.of("from", "to"));
        return Arrays.stream(HistoryPreset.values())
                .map(preset -> {
                    Map<String, String> parameters = new TreeMap<>(preset.filters());
                    parameters.putAll(days);
                    return new Choice(
                            preset.name(), link("/history", parameters), parameters.equals(form.parameters()));
                })
                .toList();
    }

    private static Choice range(String key, HistoryForm form, LocalDate from, LocalDate to) {
        Map<String, String> days = new TreeMap<>(Map.of("from", from.toString(), "to", to.toString()));
        return new Choice(key, history(form, days), form.parameters().entrySet().containsAll(days.entrySet()));
    }

    private static String history(HistoryForm form, Map<String, String> changed) {
        Map<String, String> parameters = form.parameters();
        parameters.putAll(changed);
        parameters.values().removeIf(String::isEmpty);
        return link("/history", parameters);
    }

    private static String link(String path, Map<String, String> parameters) {
        UriComponentsBuilder link = UriComponentsBuilder.fromPath(path);
        // as URI variables, so that each value is fully encoded
        parameters.keySet().forEach(name -> link.queryParam(name, "{" + name + "}"));
        return link.encode().buildAndExpand(parameters).toUriString();
    }
}
