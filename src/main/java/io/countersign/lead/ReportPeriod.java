package io.countersign.lead;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * The days that are counted, in UTC.
 *
 * @param to the last day, included
 */
record ReportPeriod(int days, LocalDate from, LocalDate to) {

    static final List<Integer> CHOICES = List.of(30, 90);

    /** The last so many days up to today. Answers 400 to any other number than those on offer. */
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

    /** The first moment after it. */
    OffsetDateTime end() {
        return to.plusDays(1).atStartOfDay().atOffset(ZoneOffset.UTC);
    }

    /** The part of a week, told by its Monday, that lies in the period. */
    ReportPeriod week(LocalDate monday) {
        LocalDate sunday = monday.plusDays(6);
        return new ReportPeriod(days, monday.isBefore(from) ? from : monday, sunday.isAfter(to) ? to : sunday);
    }
}
