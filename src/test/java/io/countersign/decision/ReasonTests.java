package io.countersign.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.countersign.input.FreeTextValidator;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReasonTests {

    @ParameterizedTest
    @ValueSource(strings = {"ticket 4711", "承認します。理由はチケット", "line one\nline two", "= not a formula"})
    void acceptsAReasonInWords(String text) {
        assertThat(problem(text)).isEmpty();
    }

    @Test
    void refusesAnEmptyOrShortReason() {
        assertThat(problem("")).contains("missing");
        assertThat(problem("too short")).contains("short");
        assertThat(problem("...........")).contains("punctuation");
        assertThat(problem("\u3164".repeat(20))).contains("punctuation");
        assertThat(problem("x".repeat(1001))).contains("long");
        assertThat(problem("bell \u0007 inside")).contains("control");
        assertThat(problem("half an emoji \ud83d")).contains("control");
        assertThat(problem("turned \u202e around")).contains("control");
    }

    @Test
    void acceptsExactlyTheLimits() {
        assertThat(problem("x".repeat(10))).isEmpty();
        assertThat(problem("x".repeat(1000))).isEmpty();
    }

    @Test
    void cannotBeCreatedWithAnInvalidText() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Reason("."));
    }

    private static Optional<String> problem(String text) {
        return FreeTextValidator.problem(text, Reason.SHORTEST, Reason.LONGEST);
    }
}
