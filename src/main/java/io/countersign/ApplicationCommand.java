package io.countersign;

import io.countersign.audit.verification.VerifyCommand;
import io.countersign.identity.HashPasswordCommand;
import io.countersign.simulator.SimulatorCommand;
import java.io.PrintStream;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Decides from the arguments whether to start the application, to run a command, or to print the usage. */
record ApplicationCommand(PrintStream out, PrintStream err) {

    private static final String USAGE = """
            usage: java -jar countersign.jar [--PROPERTY=VALUE]...   starts the application, for example with --server.port=9000
                   java -jar countersign.jar hash-password           prints the hash of a password for countersign.people
                   java -jar countersign.jar verify [ARGUMENT]...    verifies the audit log
                   java -jar countersign.jar simulator [ARGUMENT]... starts the simulator of AWS alone
                   java -jar countersign.jar train [--PROPERTY=VALUE]...  starts it, opens pages and ends, to train the JVM of an image
                   java -jar countersign.jar help                    prints this text""";

    private static final Set<String> HELP = Set.of("--help", "-h");

    /** Every property has a dot in its name, except the two that raise the log level. */
    private static final Pattern PROPERTY = Pattern.compile("--(debug|trace|\\w[\\w-]*(\\[\\w+])*\\.[^=]+)(=.*)?");

    static ApplicationCommand onConsole() {
        return new ApplicationCommand(System.out, System.err);
    }

    /** Returns the exit code, or nothing if the application was started. */
    OptionalInt run(Consumer<String[]> application, String... args) throws InterruptedException {
        List<String> all = List.of(args);
        if (all.stream().allMatch(argument -> PROPERTY.matcher(argument).matches())) {
            application.accept(args);
            return OptionalInt.empty();
        }
        if (all.get(0).equals("help") || all.stream().anyMatch(HELP::contains)) {
            out.println(USAGE);
            return OptionalInt.of(0);
        }
        return OptionalInt.of(command(all.get(0), all.subList(1, all.size())));
    }

    private int command(String name, List<String> args) throws InterruptedException {
        String[] rest = args.toArray(String[]::new);
        if (name.equals("hash-password") && args.isEmpty()) {
            return HashPasswordCommand.run();
        }
        return switch (name) {
            case "verify" -> VerifyCommand.run(RecordedStateConfiguration.ALL, rest);
            case "simulator" -> simulator(rest);
            case "train" -> TrainingCommand.run(rest);
            default -> refuse(name.equals("hash-password") ? args.get(0) : name);
        };
    }

    private int simulator(String... args) throws InterruptedException {
        try {
            SimulatorCommand.main(args);
            return 0;
        } catch (NoClassDefFoundError absent) {
            err.println("This build contains no simulator.");
            return 2;
        }
    }

    private int refuse(String argument) {
        err.println("Unknown argument: " + argument);
        err.println(USAGE);
        return 2;
    }
}
