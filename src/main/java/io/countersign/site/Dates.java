package io.countersign.site;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The format of the dates and times that pages show; {@code times.js} uses the same one in the zone of the viewer. */
public final class Dates {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d, uuuu", Locale.US);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MMM d, uuuu, HH:mm:ss 'UTC'", Locale.US)
            .withZone(ZoneOffset.UTC);
    private static final Pattern ISO = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(?:\\.\\d{1,9})?Z");

    private Dates() {}

    /** A piece of a text: words or a time. */
    public record Part(@Nullable String words, @Nullable Instant at) {}

    /** "Nov 22, 2026, 14:03:22 UTC". */
    public static String utc(Instant at) {
        return TIME.format(at);
    }

    /** "Nov 22, 2026". */
    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** ISO 8601 in UTC, to the millisecond. */
    public static String iso(Instant at) {
        return at.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    /** Splits a text at its times in ISO 8601, so that a page can show them in its own format. */
    public static List<Part> parts(String text) {
        List<Part> parts = new ArrayList<>();
        int end = 0;
        for (Matcher found = ISO.matcher(text); found.find(); ) {
            Instant at = parsed(found.group());
            if (at != null) {
                parts.add(new Part(text.substring(end, found.start()), null));
                parts.add(new Part(null, at));
                end = found.end();
            }
        }
        parts.add(new Part(text.substring(end), null));
        return parts;
    }

    private static @Nullable Instant parsed(String iso) {
        try {
            return Instant.parse(iso);
        } catch (DateTimeParseException noDate) {
            return null;
        }
    }
}
