package io.countersign.connection.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionValidatorTests {

    @ParameterizedTest
    @ValueSource(strings = {"-", "支払い", "<b>&\"'", "می\u200cخواهم", "\uD83D\uDC68\u200d\uD83D\uDCBB"})
    void acceptsNamesInEveryLanguage(String name) {
        assertThat(ConnectionSyntax.isName(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "\u200b", "\u00a0\u2060", "\u3164", "a\u0000", "a\nb", "prod\u202etset", "\u2066x"})
    void refusesInvisibleAndMisleadingNames(String name) {
        assertThat(ConnectionSyntax.isName(name)).isFalse();
    }
}
