package io.countersign.site.format;

import io.countersign.site.Dates;
import io.countersign.site.FileVersion;
import io.countersign.site.StaticFiles;
import java.lang.reflect.Field;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.MessageSourceAccessor;
import org.thymeleaf.spring6.util.DetailedError;

/** Formats times, IDs and AWS values; available in templates as {@code #format}. */
public final class TemplateFormat {

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]*");

    private final InstantSource clock;
    private final MessageSourceAccessor messages;
    private final DurationFormat durations;

    TemplateFormat(InstantSource clock, MessageSourceAccessor messages) {
        this.clock = clock;
        this.messages = messages;
        this.durations = new DurationFormat(messages);
    }

    /** Returns the path of a static file, such as {@code /css/app.css}, with the version that makes it cacheable. */
    public String file(String path) {
        return StaticFiles.PREFIX + FileVersion.CURRENT + path;
    }

    /** The errors of a form in the order of its fields, with those of the whole form last. */
    public List<DetailedError> inFieldOrder(List<DetailedError> errors, Object form) {
        List<String> fields = Arrays.stream(form.getClass().getDeclaredFields())
                .map(Field::getName)
                .toList();
        return errors.stream()
                .sorted(Comparator.comparingInt(error -> {
                    int position = fields.indexOf(error.getFieldName());
                    return position < 0 ? fields.size() : position;
                }))
                .toList();
    }

    /** "Nov 22, 2026, 14:03:22 UTC"; empty for null. */
    public String utc(@Nullable Instant at) {
        return at == null ? "" : Dates.utc(at);
    }

    /** "Nov 22, 2026". */
    public String day(LocalDate day) {
        return Dates.day(day);
    }

    /** For the datetime attribute, and for a time in a text that {@link #parts} splits; empty for null. */
    public String iso(@Nullable Instant at) {
        return at == null ? "" : Dates.iso(at);
    }

    /** Splits a text at its times in ISO 8601. */
    public List<Dates.Part> parts(String text) {
        return Dates.parts(text);
    }

    /**
     * "2 d ago", "4 h ago", "20 min ago"; "just now" below one minute and for future times; empty for null.
     */
    public String ago(@Nullable Instant at) {
        return at == null ? "" : durations.ago(Duration.between(at, clock.instant()));
    }

    /** "≤ 4 d 22 h": the maximum remaining time, rounded up; a text once the time is over; empty for null. */
    public String left(@Nullable Instant end) {
        return end == null ? "" : durations.left(Duration.between(clock.instant(), end));
    }

    /** "5 min": the time between two instants, rounded up. */
    public String span(Instant from, Instant to) {
        return durations.span(Duration.between(from, to));
    }

    /** "5 d 3 h", "2 h", "8 min", "20 s", "less than 1 s": the time between two instants, rounded down. */
    public String lasted(Instant from, Instant to) {
        return durations.lasted(Duration.between(from, to));
    }

    /** As {@link #lasted}, but "less than a minute" for a shorter time, which still goes on. */
    public String soFar(Instant from, Instant to) {
        return durations.soFar(Duration.between(from, to));
    }

    /** "24 hours", "90 minutes", and from 48 hours "3 days". */
    public String length(Duration length) {
        return durations.length(length);
    }

    /** "20 min", "5.3 h", and from 24 hours "3 d 4 h"; null if there is no duration. */
    public @Nullable String took(@Nullable Duration length) {
        return length == null ? null : durations.took(length);
    }

    /** Returns the remaining seconds, rounded up; 0 if the time is over. */
    public long secondsLeft(Instant end) {
        long millis = Duration.between(clock.instant(), end).toMillis();
        return Math.max(0, (millis + 999) / 1000);
    }

    /** Returns the elapsed percentage of the time from start to end, 0 to 100; 100 for an invalid range. */
    public long percentGone(@Nullable Instant start, @Nullable Instant end) {
        if (start == null || end == null || !start.isBefore(end)) {
            return 100;
        }
        long percent = Duration.between(start, clock.instant()).toMillis()
                * 100
                / Duration.between(start, end).toMillis();
        return Math.min(100, Math.max(0, percent));
    }

    /** "1111 2222 3333"; text that is not an account ID is unchanged. */
    public String account(@Nullable String id) {
        return IdFormat.account(id);
    }

    /** "2f0c…9a41", and "…lens/0ab1…77fe" for an ARN; short values are unchanged. */
    public String shortId(@Nullable String id) {
        return IdFormat.shortened(id);
    }

    /** Returns the name of a resource; a text for null, and signs for a name of spaces only. */
    public String name(@Nullable String name) {
        if (name == null) {
            return messages.getMessage("site.nameless");
        }
        return SPACES.matcher(name).matches() ? "␣".repeat(name.length()) : name;
    }

    /** "L" for "lead". */
    public String initial(@Nullable String name) {
        return name == null || name.isBlank()
                ? "?"
                : new String(Character.toChars(name.strip().codePointAt(0))).toUpperCase(Locale.ROOT);
    }

    /** Returns the label of a code; the code itself if it has no label; empty for null. */
    public String word(String kind, @Nullable Object code) {
        return code == null ? "" : messages.getMessage("site." + kind + "." + code, code.toString());
    }

    /** Returns a text of Countersign with labels instead of the codes in it; null for null. */
    public @Nullable String withLabels(@Nullable String text) {
        return text == null ? null : new CodeLabels(messages).in(text);
    }

    /** Returns whether a code has a label. */
    public boolean known(String kind, @Nullable Object code) {
        return code != null
                && !messages.getMessage("site." + kind + "." + code, "").isEmpty();
    }

    /** Returns the icon class of a code: a type, a permission or a state. */
    public String icon(@Nullable Object code) {
        return StatusStyle.of(code).icon();
    }

    /** Returns the color class of a code; empty for neutral codes. */
    public String tone(@Nullable Object code) {
        return StatusStyle.of(code).tone();
    }

    /** Returns the icon class of a banner or flash message: ok, no, warn, or info otherwise. */
    public String bannerIcon(@Nullable String kind) {
        return StatusStyle.ofBanner(kind);
    }

    /** Returns the element IDs of the hint and error of a field for aria-describedby; null if it has neither. */
    public @Nullable String describedBy(String field, boolean hint, boolean error) {
        String ids = (error ? field + "-error " : "") + (hint ? field + "-hint" : "");
        return ids.isEmpty() ? null : ids.strip();
    }
}
