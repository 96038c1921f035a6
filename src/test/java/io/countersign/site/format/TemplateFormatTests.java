package io.countersign.site.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.context.support.ResourceBundleMessageSource;

class TemplateFormatTests {

    private static final Instant NOW = Instant.parse("2026-11-22T14:03:22.345Z");

    private final TemplateFormat templateFormat = new TemplateFormat(Clock.fixed(NOW, ZoneOffset.UTC), words());

    @ParameterizedTest
    @CsvSource({
        "PT-5M, just now",
        "PT0S, just now",
        "PT59.9S, just now",
        "PT1M, 1 min ago",
        "PT59M59S, 59 min ago",
        "PT1H, 1 h ago",
        "PT23H59M, 23 h ago",
        "P2D, 2 d ago",
        "P400D, 400 d ago"
    })
    void formatsElapsedTime(Duration ago, String words) {
        assertThat(templateFormat.ago(NOW.minus(ago))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "PT-1S, May have expired", "PT0S, May have expired", "PT0.001S, ≤ 1 min", "PT59M, ≤ 59 min", "PT59M1S, ≤ 1 h",
        "PT19H, ≤ 19 h", "PT18H1S, ≤ 19 h", "PT23H30M, ≤ 1 d", "P4DT22H, ≤ 4 d 22 h", "P7D, ≤ 7 d"
    })
    void roundsRemainingTimeUp(Duration left, String words) {
        assertThat(templateFormat.left(NOW.plus(left))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "PT30S, 30 s",
        "PT59M59S, 59 min",
        "PT1H, 1 h",
        "PT5H20M, 5.3 h",
        "PT23H59M, 24 h",
        "PT34H30M, 1 d 10 h",
        "PT48H, 2 d",
        "P3DT4H40M, 3 d 4 h",
        "PT133H6M, 5 d 13 h"
    })
    void formatsHoursAsDaysFromTwentyFourHours(Duration length, String words) {
        assertThat(templateFormat.took(length)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, less than 1 s, less than a minute",
        "PT20S, 20 s, less than a minute",
        "PT59.9S, 59 s, less than a minute",
        "PT1M, 1 min, 1 min",
        "PT26H, 1 d 2 h, 1 d 2 h"
    })
    void leavesOutTheSecondsOfATimeThatStillGoesOn(Duration length, String lasted, String soFar) {
        assertThat(templateFormat.lasted(NOW, NOW.plus(length))).isEqualTo(lasted);
        assertThat(templateFormat.soFar(NOW, NOW.plus(length))).isEqualTo(soFar);
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0 minutes",
        "PT30M, 30 minutes",
        "PT1H, 1 hour",
        "PT1H30M, 90 minutes",
        "PT24H, 24 hours",
        "PT50H, 50 hours",
        "PT72H, 3 days"
    })
    void writesALengthInWords(Duration length, String words) {
        assertThat(templateFormat.length(length)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    IN_EFFECT: GetWorkload shows it | In effect: GetWorkload shows it
                    THROTTLED: Rate exceeded | Too many requests: Rate exceeded
                    The invitations could not be listed: ACCESS_DENIED, no | The invitations could not be listed: Access denied, no
                    batch 3, permission reviewed READONLY, re-checked READONLY at 9 | batch 3, permission reviewed Read-only, re-checked Read-only at 9
                    proposal 3: OPEN, by lead → CONFIRMED, by ben | proposal 3: Open, by lead → Approved, by ben
                    proposal 3: none → OPEN, by LEAD | proposal 3: none → Open, by LEAD
                    PermissionType: READONLY → CONTRIBUTOR | PermissionType: Read-only → Contributor
                    ben: REVIEWER → LEAD | ben: Reviewer → Lead
                    ben: none → REVIEWER | ben: none → Reviewer
                    person ben: LEAD, REVIEWER → ADMIN | person ben: Lead, Reviewer → Admin
                    person ben: none → AUDITOR | person ben: none → Auditor
                    note: OPEN → LEAD | note: OPEN → LEAD
                    SOME_NAME: OPEN | SOME_NAME: OPEN
                    $1: READONLY | $1: READONLY""")
    void showsLabelsInsteadOfCodes(String stored, String shown) {
        assertThat(templateFormat.withLabels(stored)).isEqualTo(shown);
    }

    @Test
    void formatsExactTimesInUtc() {
        assertThat(templateFormat.utc(NOW)).isEqualTo("Nov 22, 2026, 14:03:22 UTC");
        assertThat(templateFormat.iso(NOW.plusNanos(7))).isEqualTo("2026-11-22T14:03:22.345Z");
    }

    @Test
    void formatsNullAsEmpty() {
        assertThat(templateFormat.utc(null)
                        + templateFormat.iso(null)
                        + templateFormat.ago(null)
                        + templateFormat.left(null))
                .isEmpty();
        assertThat(templateFormat.account(null) + templateFormat.shortId(null) + templateFormat.word("type", null))
                .isEmpty();
    }

    @Test
    void limitsPercentages() {
        assertThat(templateFormat.percentGone(NOW.minusSeconds(50), NOW.plusSeconds(50)))
                .isEqualTo(50);
        assertThat(templateFormat.percentGone(NOW.plusSeconds(9), NOW.plusSeconds(50)))
                .isZero();
        assertThat(templateFormat.percentGone(NOW.minusSeconds(50), NOW.minusSeconds(9)))
                .isEqualTo(100);
        assertThat(templateFormat.percentGone(NOW, NOW)).isEqualTo(100);
    }

    @ParameterizedTest
    @CsvSource({
        "2f0c41d2a7b94c1f8e6d50b3c2219a41, 2f0c…9a41",
        "arn:aws:wellarchitected:us-east-1:999988887777:lens/0ab1c2d3e4f5061728394a5b6c7d77fe, …lens/0ab1…77fe",
        "arn:aws:wellarchitected:us-east-1:999988887777:profile/5k2m, …profile/5k2m",
        "arn:broken, arn:broken",
        "short, short"
    })
    void shortensLongIds(String id, String shown) {
        assertThat(templateFormat.shortId(id)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "111122223333, 1111 2222 3333",
        "11112222333, 11112222333",
        "arn:aws:iam::111122223333:user/x, arn:aws:iam::111122223333:user/x"
    })
    void groupsOnlyAccountIds(String id, String shown) {
        assertThat(templateFormat.account(id)).isEqualTo(shown);
    }

    @Test
    void keepsUnknownCodes() {
        assertThat(templateFormat.word("type", "GALAXY")).isEqualTo("GALAXY");
        assertThat(templateFormat.word("type", "TEMPLATE")).isEqualTo("Review template");
        assertThat(templateFormat.tone("GALAXY")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"lead, L", "' ', ?", "ümit, Ü", "😀x, 😀"})
    void returnsTheFirstLetter(String name, String letter) {
        assertThat(templateFormat.initial(name)).isEqualTo(letter);
    }

    private static MessageSourceAccessor words() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/site", "messages/connection");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return new MessageSourceAccessor(messages, Locale.ENGLISH);
    }
}
