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
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("at least 12 characters", "at most 72 bytes");
    }

    private int hash(String input) {
        return new HashPasswordCommand(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .hash(new StringReader(input));
    }
}
