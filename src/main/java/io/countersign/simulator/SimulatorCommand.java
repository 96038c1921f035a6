package io.countersign.simulator;

import io.countersign.simulator.demo.DemoData;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Starts the simulator alone: {@code simulator [--port=8180] [--data=FILE] [--demo=true|false]}. */
public final class SimulatorCommand {

    private static final String USAGE = "usage: simulator [--port=8180] [--data=FILE] [--demo=true|false]";

    private SimulatorCommand() {}

    /** Runs until the process is stopped; exits with 2 for wrong arguments and with 1 if it cannot start. */
    public static void main(String[] args) throws InterruptedException {
        int failure = run(List.of(args), System.out, System.err);
        if (failure != 0) {
            System.exit(failure);
        }
        new CountDownLatch(1).await();
    }

    static int run(List<String> args, PrintStream out, PrintStream err) {
        try {
            var options = parse(args);
            var simulator = start(options);
            Runtime.getRuntime().addShutdownHook(new Thread(simulator::close));
            greet(simulator, out);
            return 0;
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            err.println(USAGE);
            return 2;
        } catch (IOException | UncheckedIOException e) {
            err.println("The simulator cannot start: " + e.getMessage());
            return 1;
        }
    }

    private static Simulator start(SimulatorOptions options) throws IOException {
        try {
            return Simulator.start(options);
        } catch (BindException e) {
            throw new IOException("port " + options.port() + " is taken; choose another with --port.", e);
        }
    }

    static SimulatorOptions parse(List<String> args) {
        int port = SimulatorOptions.DEFAULT_PORT;
        Path data = null;
        boolean demo = true;
        for (var arg : args) {
            var value = arg.substring(arg.indexOf('=') + 1);
            if (arg.startsWith("--port=")) {
                port = port(value);
            } else if (arg.startsWith("--data=") && !value.isBlank()) {
                data = Path.of(value);
            } else if (arg.equals("--demo=true") || arg.equals("--demo=false")) {
                demo = Boolean.parseBoolean(value);
            } else {
                throw new IllegalArgumentException("Unknown argument: " + arg);
            }
        }
        return new SimulatorOptions(port, data, demo);
    }

    private static int port(String value) {
        if (!value.matches("[0-9]{1,5}") || Integer.parseInt(value) > 65535) {
            throw new IllegalArgumentException("--port must be 0 to 65535, not " + value);
        }
        return Integer.parseInt(value);
    }

    private static void greet(Simulator simulator, PrintStream out) {
        out.println("Simulated AWS Well-Architected at http://127.0.0.1:" + simulator.port());
        out.println("Access keys (the secret is demo):");
        DemoData.names().forEach((account, name) -> out.println("  AKIADEMO" + account + "  " + name));
        out.println("Control endpoints: http://127.0.0.1:" + simulator.port() + "/_simulator/health");
    }
}
