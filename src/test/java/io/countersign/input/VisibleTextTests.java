package io.countersign.input;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTextTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "payments-core",
                "two\nlines\tand a tab",
                "عدسة أمن المدفوعات \u0600",
                "支払い　レビュー",
                "می\u200cخواهم",
                "👩‍💻 👨‍👩‍👧 ❤️‍🔥 ☎\ufe0e ©\ufe0f 1\ufe0f\u20e3 ↔\ufe0f",
                "Zoë \u00a0 Å",
                "’24"
            })
    void keepsReadableText(String text) {
        assertThat(VisibleText.of(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u202e",
                "\u2066",
                "\u200e",
                "\u200f",
                "\u061c",
                "\u200b",
                "\u2060",
                "\ufeff",
                "\u00ad",
                "\u180e",
                "\u034f",
                "\u3164",
                "\u2800",
                "\u2028",
                "\u0085",
                "\ud800",
                "\ufff9",
                "\u0345",
                "\ufe00",
                "\ufe0e",
                "\ufe0f",
                "\udb40\udd00",
                "\udb40\uddef",
                "\ufdd0",
                "\ufffe",
                "\uffff",
                "\ud83f\udffe",
                "\u2065",
                "\ufff0"
            })
    void showsAHiddenCharacter(String hidden) {
        assertThat(VisibleText.of(hidden)).isEqualTo("\ufffd");
        assertThat(VisibleText.of("a" + hidden + "b")).isEqualTo("a\ufffdb");
    }

    @ParameterizedTest
    @CsvSource({"1b, ␛", "7, ␇", "7f, ␡", "0, ␀"})
    void showsAControlCharacterAsItsPicture(String code, String picture) {
        assertThat(VisibleText.of("a" + Character.toString(Integer.parseInt(code, 16))))
                .isEqualTo("a" + picture);
    }

    @Test
    void showsAVariationSelectorThatSelectsNothing() {
        assertThat(VisibleText.of("payments\ufe0f 支\ufe00 ❤\ufe0f\ufe0f ❤\udb40\udd00"))
                .isEqualTo("payments\ufffd 支\ufffd ❤\ufe0f\ufffd ❤\ufffd");
    }

    @Test
    void showsAJoinerThatJoinsNothing() {
        assertThat(VisibleText.of("pay\u200droll \u200c")).isEqualTo("pay\ufffdroll \ufffd");
        assertThat(VisibleText.of("ی\u200c\u200c")).isEqualTo("ی\u200c\ufffd");
    }
}
