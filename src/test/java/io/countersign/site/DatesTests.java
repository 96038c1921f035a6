package io.countersign.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.site.Dates.Part;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DatesTests {

    private static final Instant AT = Instant.parse("2026-09-02T04:03:22.345Z");

    @Test
    void formatsTimesAndDays() {
        assertThat(Dates.utc(AT)).isEqualTo("Sep 2, 2026, 04:03:22 UTC");
        assertThat(Dates.day(LocalDate.parse("2026-05-31"))).isEqualTo("May 31, 2026");
        assertThat(Dates.iso(AT.plusNanos(7))).isEqualTo("2026-09-02T04:03:22.345Z");
    }

    @Test
    void findsTheTimesOfAText() {
        assertThat(Dates.parts("Sent 2026-09-02T04:03:22.345Z, checked."))
                .containsExactly(new Part("Sent ", null), new Part(null, AT), new Part(", checked.", null));
    }

    @Test
    void keepsATextThatLooksLikeATime() {
        String text = "at 2026-99-02T04:03:22Z <b> 2026-09-02";
        assertThat(Dates.parts(text)).containsExactly(new Part(text, null));
    }
}
