package io.countersign.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatorCommandTests {

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void readsItsArguments() {
        assertThat(SimulatorCommand.parse(List.of("--port=0", "--data=x/y.json", "--demo=false")))
                .isEqualTo(new SimulatorOptions(0, Path.of("x/y.json"), false));
        assertThat(SimulatorCommand.parse(List.of())).isEqualTo(new SimulatorOptions(8180, null, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--port=x", "--port=70000", "--prt=1", "--data=", "--demo=maybe", "8180"})
    void namesTheInvalidArgument(String argument) {
        assertThat(run(argument)).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains(argument.substring(argument.indexOf('=') + 1))
                .contains("usage:");
    }

    @Test
    void reportsThatThePortIsTaken() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThat(run("--port=" + taken.getLocalPort())).isEqualTo(1);
            assertThat(err.toString(StandardCharsets.UTF_8)).contains("port " + taken.getLocalPort() + " is taken");
        }
    }

    private int run(String argument) {
        var out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        return SimulatorCommand.run(List.of(argument), out, new PrintStream(err, true, StandardCharsets.UTF_8));
    }
}
