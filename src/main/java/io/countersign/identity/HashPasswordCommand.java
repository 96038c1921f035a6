package io.countersign.identity;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code java -jar countersign.jar hash-password}: reads a password from the console, or one line from standard input,
 * and prints the value for {@code countersign.people[*].password}. The password is not an argument, because arguments are
 * visible in process lists and shell histories.
 */
public final class HashPasswordCommand {

    private final PrintStream out;
    private final PrintStream err;

    HashPasswordCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Returns the exit code. */
    public static int run() {
        Console console = System.console();
        HashPasswordCommand command = new HashPasswordCommand(System.out, System.err);
        return console == null
                ? command.hash(new InputStreamReader(System.in, StandardCharsets.UTF_8))
                : command.hash(typed(console));
    }

    private static @Nullable String typed(Console console) {
        char[] password = console.readPassword("Password: ");
        return password == null ? null : new String(password);
    }

    int hash(Reader input) {
        try {
            return hash(new BufferedReader(input).readLine());
        } catch (IOException e) {
            err.println("Cannot read the password: " + e.getMessage());
            return 1;
        }
    }

    private int hash(@Nullable String password) {
        Optional<String> problem = PasswordRules.problem(password);
        if (problem.isPresent()) {
            err.println(problem.get());
            return 1;
        }
        out.println(PasswordEncoders.encoder().encode(password));
        return 0;
    }
}
