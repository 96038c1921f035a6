package io.countersign.site.format;

import java.time.Duration;
import org.springframework.context.support.MessageSourceAccessor;

/** Formats durations for people. */
record DurationFormat(MessageSourceAccessor messages) {

    String ago(Duration elapsed) {
        if (elapsed.toDays() > 0) {
            return message("site.ago.days", elapsed.toDays());
        }
        if (elapsed.toHours() > 0) {
            return message("site.ago.hours", elapsed.toHours());
        }
        return elapsed.toMinutes() > 0 ? message("site.ago.minutes", elapsed.toMinutes()) : message("site.ago.now");
    }

    String left(Duration left) {
        return left.isNegative() || left.isZero() ? message("site.left.over") : message("site.left", span(left));
    }

    /** "5 min", rounded up. */
    String span(Duration span) {
        long minutes = span.plusMinutes(1).minusMillis(1).toMinutes();
        if (minutes < 60) {
            return message("site.span.minutes", minutes);
        }
        long hours = (minutes + 59) / 60;
        if (hours < 24) {
            return message("site.span.hours", hours);
        }
        return hours % 24 == 0
                ? message("site.span.days", hours / 24)
                : message("site.span.days-hours", hours / 24, hours % 24);
    }

    String lasted(Duration length) {
        if (length.toMinutes() == 0) {
            return length.toSeconds() <= 0
                    ? message("site.span.second")
                    : message("site.span.seconds", length.toSeconds());
        }
        if (length.toHours() == 0) {
            return message("site.span.minutes", length.toMinutes());
        }
        if (length.toDays() == 0) {
            return message("site.span.hours", length.toHours());
        }
        return length.toHoursPart() == 0
                ? message("site.span.days", length.toDays())
                : message("site.span.days-hours", length.toDays(), length.toHoursPart());
    }

    /** Without seconds, which are wrong as soon as somebody reads them. */
    String soFar(Duration length) {
        return length.toMinutes() == 0 ? message("site.span.minute") : lasted(length);
    }

    String length(Duration length) {
        if (length.toHours() == 0 || length.toMinutesPart() > 0) {
            return message("site.length.minutes", length.toMinutes());
        }
        return length.toDays() < 2 || length.toHoursPart() > 0
                ? message("site.length.hours", length.toHours())
                : message("site.length.days", length.toDays());
    }

    /** More precise than {@link #lasted} below a day. */
    String took(Duration length) {
        return length.toHours() > 0 && length.toDays() == 0
                ? message("site.span.hours.tenths", length.toMinutes() / 60.0)
                : lasted(length);
    }

    private String message(String key, Object... values) {
        return messages.getMessage(key, values);
    }
}
