package io.countersign.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReasonTests {

    @ParameterizedTest
    @ValueSource(strings = {"ticket 4711", "承認します。理由はチケット", "line one\nline two", "= not a formula"})
    void takesAReasonInWords(String text) {
        assertThat(Reason.problem(text)).isEmpty();
    }

    @Test
    void refusesWhatSaysNothing() {
        assertThat(Reason.problem("")).contains("reason.missing");
        assertThat(Reason.problem("too short")).contains("reason.short");
        assertThat(Reason.problem("...........")).contains("reason.punctuation");
        assertThat(Reason.problem("\u3164".repeat(20))).contains("reason.punctuation");
        assertThat(Reason.problem("x".repeat(1001))).contains("reason.long");
        assertThat(Reason.problem("bell \u0007 inside")).contains("reason.control");
        assertThat(Reason.problem("half an emoji \ud83d")).contains("reason.control");
    }

    @Test
    void takesExactlyTheLimits() {
        assertThat(Reason.problem("x".repeat(10))).isEmpty();
        assertThat(Reason.problem("x".repeat(1000))).isEmpty();
    }

    @Test
    void cleansLineEndsAndOuterSpaceOnly() {
        assertThat(Reason.clean("  a\r\nb\rc  d \n")).isEqualTo("a\nb\nc  d");
    }

    @Test
    void cannotBeMadeWrong() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Reason("."));
    }
}
