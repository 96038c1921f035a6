package io.countersign.lead;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * The period of a report, in days of UTC.
 *
 * @param to the last day, inclusive
 */
record ReportPeriod(int days, LocalDate from, LocalDate to) {

    static final List<Integer> CHOICES = List.of(30, 90);

    /** A period that ends today. Numbers that are not offered are answered with 400. */
    static ReportPeriod parse(String days, Instant now) {
        int chosen = CHOICES.stream()
                .filter(each -> days.equals(each.toString()))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST, "days: must be 30 or 90"));
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return new ReportPeriod(chosen, today.minusDays(chosen - 1L), today);
    }

    OffsetDateTime begin() {
        return from.atStartOfDay().atOffset(ZoneOffset.UTC);
    }

    /** The end, exclusive. */
    OffsetDateTime end() {
        return to.plusDays(1).atStartOfDay().atOffset(ZoneOffset.UTC);
    }

    /** The days of the period that belong to the week of a Monday. */
    ReportPeriod week(LocalDate monday) {
        LocalDate sunday = monday.plusDays(6);
        return new ReportPeriod(days, monday.isBefore(from) ? from : monday, sunday.isAfter(to) ? to : sunday);
    }
}
