package io.countersign.audit.verification;

import io.countersign.audit.chain.Checkpoint;
import io.countersign.audit.chain.Finding;
import io.countersign.audit.chain.VerificationReport;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;

/**
 * {@code java -jar countersign.jar verify}: verifies the audit log in the configured database, or in a downloaded file,
 * without a database. Exit codes: 0 verified, 1 not verified, 2 wrong arguments, 3 unreadable.
 */
public final class VerifyCommand {

    private static final String USAGE = """
            usage: verify [RECORD.jsonl] [--checkpoints=FILE]... [--key=ID]...
              RECORD.jsonl   a downloaded record; without it the configured database is read
              --checkpoints  checkpoints from their place
              --key          id of a key that you trust; without it any key counts""";

    private final PrintStream out;
    private final PrintStream err;

    public VerifyCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Returns the exit code. */
    public static int run(String... args) {
        return new VerifyCommand(System.out, System.err).verify(args);
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
            return print(new AuditLogVerification(arguments).run());
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
            out.println("NOT VERIFIED: " + finding.kind() + " at entry " + finding.seq());
            out.println(finding.text());
        }
        out.println((finding == null ? "VERIFIED: " : "before that: ") + report.entries() + " entries, to entry "
                + report.verifiedSeq());
        Checkpoint checkpoint = report.checkpoint();
        if (checkpoint != null) {
            out.println("latest matching checkpoint: " + checkpoint.number() + " of " + checkpoint.at() + " for entry "
                    + checkpoint.entrySeq() + ", signed by key " + checkpoint.keyId());
        }
        report.notes().forEach(note -> out.println("note: " + note));
        return finding == null ? 0 : 1;
    }
}
