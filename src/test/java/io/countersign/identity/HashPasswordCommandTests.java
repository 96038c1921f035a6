package io.countersign.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.identity.account.PeopleProperties;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HashPasswordCommandTests {

    final ByteArrayOutputStream out = new ByteArrayOutputStream();
    final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void printsAHashThatTheConfigurationAccepts() {
        assertThat(hash("correct horse battery\n")).isZero();
        String hash = out.toString(StandardCharsets.UTF_8).strip();
        assertThat(PasswordEncoders.encoder().matches("correct horse battery", hash))
                .isTrue();
        assertThat(new PeopleProperties(false, List.of(new PeopleProperties.Entry("ann", hash, Set.of(Role.LEAD))))
                        .people())
                .hasSize(1);
    }

    @Test
    void refusesPasswordsThatAreTooShortOrTooLong() {
        assertThat(hash("eleven char")).isEqualTo(1);
        assertThat(hash("")).isEqualTo(1);
        assertThat(hash("é".repeat(129))).isEqualTo(1);
        assertThat(out.size()).isZero();
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("at least 12 characters", "at most 128 characters");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password1234",
                "123456789012",
                "qwertyuiop12",
                "iloveyou1234",
                "passwordpassword",
                "aaaaaaaaaaaa",
                "christopher1",
                "motherfucker",
                "1qaz2wsx3edc"
            })
    void refusesCommonPasswordsAndTheirVariants(String password) {
        assertThat(hash(password)).isEqualTo(1);
        assertThat(out.size()).isZero();
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("The password is too easy to guess.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "countersign2026",
                "Countersign-Countersign",
                "C0untersign!!!",
                "Wellarchitected1",
                "invitation-admin"
            })
    void refusesWordsOfTheContext(String password) {
        assertThat(hash(password)).isEqualTo(1);
    }

    @Test
    void acceptsAnyCharactersAndManyOfThem() {
        assertThat(hash("kestrel walnut gravel umbrella tundra violin cactus ledger \u00e9%12"))
                .isZero();
        assertThat(hash("zebra orbit pliers")).isZero();
        assertThat(hash("\u30d1\u30b9\u30ef\u30fc\u30c9 kestrel walnut gravel umbrella "
                        .repeat(3)
                        .strip()))
                .isZero();
    }

    @Test
    void countsCharactersAndRatesTheFirstForty() {
        assertThat(hash("\ud83d\udd11".repeat(11))).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("at least 12 characters");
        assertThat(hash("a".repeat(40) + " zebra orbit pliers")).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("too easy to guess");
    }

    @ParameterizedTest
    @CsvSource({"2, 512, 2", "64, 1024, 6", "2, 64, 1"})
    void computesHashesInAnEighthOfTheHeap(int processors, long heapMegabytes, int atOnce) {
        assertThat(PasswordEncoders.atOnce(processors, heapMegabytes << 20)).isEqualTo(atOnce);
    }

    private int hash(String input) {
        return new HashPasswordCommand(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .hash(new StringReader(input));
    }
}
