package io.countersign.site.format;

import io.countersign.site.FileVersion;
import io.countersign.site.StaticFiles;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.MessageSourceAccessor;

/** What templates call {@code #desk}: times, ids and AWS's words as people read them. */
public final class TemplateFormat {

    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern(
                    "d MMM yyyy HH:mm:ss 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter RECORD =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final InstantSource clock;
    private final MessageSourceAccessor messages;

    TemplateFormat(InstantSource clock, MessageSourceAccessor messages) {
        this.clock = clock;
        this.messages = messages;
    }

    /** The path of a file of ours, such as {@code /css/app.css}, with the version that makes it worth keeping. */
    public String file(String path) {
        return StaticFiles.PREFIX + FileVersion.CURRENT + path;
    }

    /** "22 Nov 2026 14:03:22 UTC"; empty for null. */
    public String utc(@Nullable Instant at) {
        return at == null ? "" : UTC.format(at);
    }

    /** "2026-11-22 14:03:22", UTC without saying so; empty for null. */
    public String record(@Nullable Instant at) {
        return at == null ? "" : RECORD.format(at);
    }

    /** For the datetime attribute, to the millisecond; empty for null. */
    public String iso(@Nullable Instant at) {
        return at == null ? "" : at.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    /** "2 d ago", "4 h ago", "20 min ago"; "just now" under a minute and for a clock that runs ahead; empty for null. */
    public String ago(@Nullable Instant at) {
        return at == null ? "" : ago(Duration.between(at, clock.instant()));
    }

    private String ago(Duration gone) {
        if (gone.toDays() > 0) {
            return say("site.ago.days", gone.toDays());
        }
        if (gone.toHours() > 0) {
            return say("site.ago.hours", gone.toHours());
        }
        return gone.toMinutes() > 0 ? say("site.ago.minutes", gone.toMinutes()) : say("site.ago.now");
    }

    /** "≤ 4 d 22 h": the time that is left at most, so rounded up; words once none is left; empty for null. */
    public String left(@Nullable Instant end) {
        return end == null ? "" : left(Duration.between(clock.instant(), end));
    }

    private String left(Duration left) {
        return left.isNegative() || left.isZero() ? say("site.left.over") : say("site.left", span(left));
    }

    /** "5 min": the time from one moment to another, rounded up. */
    public String span(Instant from, Instant to) {
        return span(Duration.between(from, to));
    }

    /** How many whole seconds are left, rounded up; 0 once none is. */
    public long secondsLeft(Instant end) {
        long millis = Duration.between(clock.instant(), end).toMillis();
        return Math.max(0, (millis + 999) / 1000);
    }

    private String span(Duration span) {
        long minutes = span.plusMinutes(1).minusMillis(1).toMinutes();
        if (minutes < 60) {
            return say("site.span.minutes", minutes);
        }
        long hours = (minutes + 59) / 60;
        if (hours < 24) {
            return say("site.span.hours", hours);
        }
        return hours % 24 == 0
                ? say("site.span.days", hours / 24)
                : say("site.span.days-hours", hours / 24, hours % 24);
    }

    /** How much of the time from start to end has gone, 0 to 100; 100 where the two make no sense. */
    public long percentGone(@Nullable Instant start, @Nullable Instant end) {
        if (start == null || end == null || !start.isBefore(end)) {
            return 100;
        }
        long gone = Duration.between(start, clock.instant()).toMillis()
                * 100
                / Duration.between(start, end).toMillis();
        return Math.min(100, Math.max(0, gone));
    }

    /** "1111 2222 3333"; what is not an account number stays as it came. */
    public String account(@Nullable String id) {
        return IdFormat.account(id);
    }

    /** "2f0c…9a41", and "…lens/0ab1…77fe" for an ARN; what is short already stays as it came. */
    public String shortId(@Nullable String id) {
        return IdFormat.shortened(id);
    }

    /** "L" for "lead". */
    public String initial(@Nullable String name) {
        return name == null || name.isBlank()
                ? "?"
                : new String(Character.toChars(name.strip().codePointAt(0))).toUpperCase(Locale.ROOT);
    }

    /** Our word for a code of AWS or of ours; the code itself where we have none; empty for null. */
    public String word(String kind, @Nullable Object code) {
        return code == null ? "" : messages.getMessage("site." + kind + "." + code, code.toString());
    }

    /** Whether we have a word for a code. */
    public boolean known(String kind, @Nullable Object code) {
        return code != null
                && !messages.getMessage("site." + kind + "." + code, "").isEmpty();
    }

    /** The class of the icon for a code: a type, a permission or a state. */
    public String icon(@Nullable Object code) {
        return StatusStyle.of(code).icon();
    }

    /** The class of the colour for a code; empty for one that has no meaning of its own. */
    public String tone(@Nullable Object code) {
        return StatusStyle.of(code).tone();
    }

    /** The class of the icon for a banner or flash: ok, no, warn, or info for all else. */
    public String bannerIcon(@Nullable String kind) {
        return StatusStyle.ofBanner(kind);
    }

    /** The ids of a field's hint and error, for aria-describedby; null where it has neither. */
    public @Nullable String describedBy(String field, boolean hint, boolean error) {
        String ids = (error ? field + "-error " : "") + (hint ? field + "-hint" : "");
        return ids.isEmpty() ? null : ids.strip();
    }

    private String say(String key, Object... values) {
        return messages.getMessage(key, values);
    }
}
