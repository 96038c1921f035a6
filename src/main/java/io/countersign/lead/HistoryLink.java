package io.countersign.lead;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** A link to the decisions or audit entries that a number counts. */
final class HistoryLink {

    private final Map<String, String> parameters = new LinkedHashMap<>();

    private HistoryLink() {}

    static HistoryLink decided(ReportPeriod reportPeriod) {
        return of("DECIDED", reportPeriod);
    }

    static HistoryLink expired(ReportPeriod reportPeriod) {
        return of("EXPIRED", reportPeriod);
    }

    private static HistoryLink of(String outcome, ReportPeriod reportPeriod) {
        return new HistoryLink()
                .with("outcome", outcome)
                .with("from", reportPeriod.from().toString())
                .with("to", reportPeriod.to().toString());
    }

    HistoryLink with(String name, @Nullable String value) {
        HistoryLink link = new HistoryLink();
        link.parameters.putAll(parameters);
        if (value != null) {
            link.parameters.put(name, value);
        }
        return link;
    }

    @Override
    public String toString() {
        UriComponentsBuilder link = UriComponentsBuilder.fromPath("/history");
        // as URI variables, so that each value is fully encoded
        parameters.keySet().forEach(name -> link.queryParam(name, "{" + name + "}"));
        return link.encode().buildAndExpand(parameters).toUriString();
    }
}
