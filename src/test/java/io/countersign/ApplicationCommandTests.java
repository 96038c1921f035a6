package io.countersign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
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

    @Test
    void refusesTheSimulatorInABuildWithoutIt() throws Exception {
        try (var build = new BuildWithoutSimulator()) {
            var command = build.loadClass(ApplicationCommand.class.getName())
                    .getDeclaredConstructor(PrintStream.class, PrintStream.class);
            command.setAccessible(true);
            var run = command.getDeclaringClass().getDeclaredMethod("run", Consumer.class, String[].class);
            run.setAccessible(true);
            Consumer<String[]> application = args -> starts.add(List.of(args));
            Object code =
                    run.invoke(command.newInstance(stream(out), stream(err)), application, new String[] {"simulator"});
            assertThat(code).isEqualTo(OptionalInt.of(2));
        }
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualToIgnoringNewLines("This build contains no simulator.");
        assertThat(starts).isEmpty();
    }

    private OptionalInt run(String line) throws InterruptedException {
        return command().run(args -> starts.add(List.of(args)), line.split(" "));
    }

    private ApplicationCommand command() {
        return new ApplicationCommand(stream(out), stream(err));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    /** Loads the classes of the application again, without those that the profile {@code no-simulator} leaves out. */
    private static final class BuildWithoutSimulator extends URLClassLoader {

        BuildWithoutSimulator() {
            super(
                    new URL[] {
                        ApplicationCommand.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                    },
                    ApplicationCommand.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("io.countersign.simulator.")) {
                throw new ClassNotFoundException(name);
            }
            if (!name.startsWith("io.countersign.")) {
                return super.loadClass(name, resolve);
            }
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? findClass(name) : loaded;
        }
    }
}
