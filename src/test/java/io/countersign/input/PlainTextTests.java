package io.countersign.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.site.FormProblems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTests {

    private record Form(
            @PlainText(message = "{line}") String line,
            @PlainText(message = "{lines}", lines = true) String lines) {}

    @ParameterizedTest
    @ValueSource(strings = {"", "Müller & Söhne", "שלום", "承認", "a\u200db", "🙂"})
    void acceptsTextInAnyScript(String text) {
        assertThat(FormProblems.of(new Form(text, text))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u0000",
                "a\u0007",
                "a\u007f",
                "a\u0085",
                "a\u2028",
                "a\u2029",
                "a\ud83d",
                "a\u202eb",
                "a\u2066b"
            })
    void refusesControlCharactersUnpairedSurrogatesAndBidiOverrides(String text) {
        assertThat(FormProblems.of(new Form(text, text))).containsExactly("line line", "lines lines");
    }

    @Test
    void allowsLineBreaksAndTabsOnlyInTextOfSeveralLines() {
        assertThat(FormProblems.of(new Form("a\nb\tc", "a\nb\tc"))).containsExactly("line line");
    }

    @Test
    void cleansOnlyLineEndsAndOuterSpace() {
        assertThat(TypedText.clean("  a\r\nb\rc  d \n")).isEqualTo("a\nb\nc  d");
        assertThat(TypedText.clean(null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u200b\u2060", " \u00a0\u200d ", "\u3164", "\u2800\u00ad", "\ufe0f", "\u200e"})
    void readsTextWithoutAVisibleCharacterAsEmpty(String text) {
        assertThat(TypedText.clean(text)).isEmpty();
        assertThat(TypedText.clean(text + "é")).isEqualTo((text + "é").strip());
    }

    @Test
    void readsAVersionOrZero() {
        assertThat(TypedText.version("12")).isEqualTo(12);
        assertThat(TypedText.version("-1")).isZero();
        assertThat(TypedText.version("9999999999")).isZero();
        assertThat(TypedText.version(null)).isZero();
    }
}
