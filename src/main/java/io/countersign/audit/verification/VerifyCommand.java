package io.countersign.audit.verification;

import io.countersign.audit.RecordedState;
import io.countersign.audit.chain.Checkpoint;
import io.countersign.audit.chain.Finding;
import io.countersign.audit.chain.VerificationReport;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.core.env.Environment;

/**
 * {@code java -jar countersign.jar verify}: verifies the audit log in the configured database, or in a downloaded file,
 * without a database. Exit codes: 0 verified, 1 not verified, 2 wrong arguments, 3 unreadable, 4 consistent but not
 * vouched for by a trusted key.
 */
public final class VerifyCommand {

    private static final String USAGE = """
            usage: verify [LOG.jsonl] [--checkpoints=FILE]... [--key=ID]...
              LOG.jsonl      a downloaded audit log; without it the configured database is read
              --checkpoints  a file with stored checkpoints
              --key          ID of a key that you trust, or the public key; without it those in
                             countersign.audit.trusted-keys, or those that this installation signed with""";

    private static final int NOT_VOUCHED_FOR = 4;

    private final PrintStream out;
    private final PrintStream err;
    private final Supplier<Environment> environment;
    private final List<RecordedState> states;

    /**
     * @param environment the configuration of the application
     * @param states the state in the database that must have entries
     */
    public VerifyCommand(
            PrintStream out, PrintStream err, Supplier<Environment> environment, List<RecordedState> states) {
        this.out = out;
        this.err = err;
        this.environment = environment;
        this.states = states;
    }

    /** Returns the exit code. */
    public static int run(List<RecordedState> states, String... args) {
        return new VerifyCommand(System.out, System.err, ConfiguredDatabase::environment, states).verify(args);
    }

    public int verify(String... args) {
        VerifyArguments arguments;
        try {
            arguments = VerifyArguments.parse(args);
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            err.println(USAGE);
            return 2;
        }
        try {
            return print(new AuditLogVerification(arguments, environment, states).run());
        } catch (MalformedInputException e) {
            return unreadable("it is not UTF-8 text");
        } catch (UncheckedIOException e) {
            return unreadable(
                    e.getCause() instanceof MalformedInputException
                            ? "it is not UTF-8 text"
                            : AuditLogVerification.reason(e.getCause()));
        } catch (IOException | RuntimeException e) {
            // any failure: it must not look like a manipulated log
            return unreadable(AuditLogVerification.reason(e));
        }
    }

    private int unreadable(String reason) {
        err.println("Cannot read the audit log: " + reason);
        return 3;
    }

    private int print(VerificationReport report) {
        Finding finding = report.finding();
        if (finding != null) {
            out.println("NOT VERIFIED: " + finding.kind() + (finding.seq() == 0 ? "" : " at entry " + finding.seq()));
            out.println(finding.text());
        }
        out.println(result(report) + report.entries() + " entries, to entry " + report.verifiedSeq());
        Checkpoint checkpoint = report.checkpoint();
        if (checkpoint != null) {
            out.println("latest matching checkpoint: " + checkpoint.number() + " of " + checkpoint.at() + " for entry "
                    + checkpoint.entrySeq() + ", signed by key " + checkpoint.keyId());
        }
        report.notes().forEach(note -> out.println("note: " + note));
        if (finding != null) {
            return 1;
        }
        return report.vouched() ? 0 : NOT_VOUCHED_FOR;
    }

    private static String result(VerificationReport report) {
        if (report.finding() != null) {
            return "before that: ";
        }
        return report.vouched() ? "VERIFIED: " : "CONSISTENT, BUT NOT VOUCHED FOR BY A TRUSTED KEY: ";
    }
}
