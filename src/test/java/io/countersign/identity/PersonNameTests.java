package io.countersign.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonNameTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Pat.O'Brien@Example.com",
                "PAT.O'BRIEN@EXAMPLE.COM",
                " pat.o'brien@example.com\u00a0",
                "ｐａｔ.o'brien＠example.com",
                "pat.o’brien@example.com",
                "\uff30at.o'brien@example.com"
            })
    void comparesAllSpellingsOfANameAsOneUser(String spelling) {
        assertThat(PersonName.key(spelling)).isEqualTo("pat.o'brien@example.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ann@example.com", "ann.", "a.nn", "ànn", "аnn", "a\u200bnn"})
    void separatesDifferentNames(String other) {
        assertThat(PersonName.same("ann", other)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "pat.o'brien@example.com", "kim+desk@example.com", "4you", "x_y-z"})
    void acceptsEmailAddresses(String name) {
        assertThat(PersonName.isValid(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ann",
                "'ann",
                "+ann",
                ".ann",
                "a b",
                "a:b",
                "a/b",
                "a\"b",
                "ann<b>",
                "änn",
                "аnn",
                "a\u200bn",
                "ann\n"
            })
    void refusesNamesWithOtherCharacters(String name) {
        assertThat(PersonName.isValid(name)).isFalse();
    }

    @Test
    void acceptsAtMost254Characters() {
        assertThat(PersonName.isValid("a".repeat(254))).isTrue();
        assertThat(PersonName.isValid("a".repeat(255))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "Ian, lan, true",
        "bot1, botl, true",
        "r0y, roy, true",
        "Ian, ian, true",
        "ian, lan, false",
        "REVIEWER, reviewer, true",
        "ann, anna, false"
    })
    void findsNamesThatLookAlike(String name, String other, boolean alike) {
        assertThat(PersonName.looksLike(name, other)).isEqualTo(alike);
    }
}
