package io.countersign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApplicationCommandTests {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final List<List<String>> starts = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bogus",
                "--port=9000",
                "--hlep",
                "verfiy --key=x",
                "hash-password secret",
                "--server.port=1 verify",
                "-x",
                "''"
            })
    void refusesUnknownArgumentsWithTheUsage(String line) throws Exception {
        assertThat(run(line)).hasValue(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("Unknown argument: ")
                .contains("usage:");
        assertThat(starts).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "help",
                "--help",
                "-h",
                "verify --help",
                "simulator --help",
                "hash-password -h",
                "--server.port=1 --help"
            })
    void printsTheUsage(String line) throws Exception {
        assertThat(run(line)).hasValue(0);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .startsWith("usage:")
                .contains("hash-password", "verify", "simulator");
        assertThat(starts).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--server.port=9000",
                "--debug",
                "--spring.profiles.active=demo --countersign.connections[0].name=a",
                "--countersign.demo"
            })
    void startsTheApplicationWithProperties(String line) throws Exception {
        assertThat(run(line)).isEmpty();
        assertThat(starts).containsExactly(List.of(line.split(" ")));
    }

    @Test
    void startsTheApplicationWithoutArguments() throws Exception {
        assertThat(command().run(args -> starts.add(List.of(args)))).isEmpty();
        assertThat(starts).containsExactly(List.of());
    }

    @Test
    void passesArgumentsToTheCommand() throws Exception {
        assertThat(run("verify --unknown")).hasValue(2);
    }

    private OptionalInt run(String line) throws InterruptedException {
        return command().run(args -> starts.add(List.of(args)), line.split(" "));
    }

    private ApplicationCommand command() {
        return new ApplicationCommand(
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
    }
}
