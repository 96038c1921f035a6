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
        assertThat(hash("é".repeat(37))).isEqualTo(1);
        assertThat(out.size()).isZero();
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("at least 12 characters", "has 74 bytes; bcrypt reads at most 72");
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
    void acceptsAnyCharactersAndSixtyFourOfThem() {
        assertThat(hash("kestrel walnut gravel umbrella tundra violin cactus ledger \u00e9%12"))
                .isZero();
        assertThat(hash("zebra orbit pliers")).isZero();
    }

    private int hash(String input) {
        return new HashPasswordCommand(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .hash(new StringReader(input));
    }
}
