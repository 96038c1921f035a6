package io.countersign.database;

/** The embedded PostgreSQL server cannot be used. The message says why. */
public class EmbeddedPostgresException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EmbeddedPostgresException(String reason) {
        super(reason);
    }

    EmbeddedPostgresException(String reason, Exception cause) {
        super(reason + ": " + cause, cause);
    }

    /** Returns the last error of the server's log if the message contains it, without times and process IDs. */
    static String inOneLine(Exception failure) {
        String message = String.valueOf(failure.getMessage());
        return message.lines()
                .filter(line -> line.matches(".*(FATAL|PANIC): .*"))
                .reduce((first, last) -> last)
                .map(line -> line.replaceFirst(".*(FATAL|PANIC): +", "").replaceAll("\\.\\d+", ""))
                .orElseGet(() -> message.lines().findFirst().orElse(""));
    }

    /** Another program took the port, or processes of a server that crashed have not ended yet. */
    boolean isTransient() {
        String message = String.valueOf(getMessage());
        return message.contains("could not create any TCP/IP sockets")
                || message.contains("pre-existing shared memory block");
    }
}
