package io.countersign.audit.verification;

import io.countersign.audit.chain.AuditLogFile;
import io.countersign.audit.chain.ChainHead;
import io.countersign.audit.chain.ChainedEntry;
import io.countersign.audit.chain.Checkpoint;
import io.countersign.audit.chain.Checkpoints;
import io.countersign.audit.chain.Finding;
import io.countersign.audit.chain.Finding.Kind;
import io.countersign.audit.chain.UnreadableAuditLogException;
import io.countersign.audit.chain.VerificationReport;
import io.countersign.audit.chain.Verifier;
import io.countersign.audit.checkpoint.CheckpointComparison;
import io.countersign.audit.checkpoint.CheckpointFile;
import io.countersign.audit.checkpoint.CheckpointRepository;
import io.countersign.audit.entry.ChainRepository;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * {@code java -jar countersign.jar verify}: verifies the audit log in the configured database, or in a downloaded file, without
 * a database. Exit codes: 0 verified, 1 not verified, 2 wrong arguments, 3 unreadable.
 */
public final class VerifyCommand {

    private static final String USAGE = """
            usage: verify [RECORD.jsonl] [--checkpoints=FILE]... [--key=ID]...
              RECORD.jsonl   a downloaded record; without it the configured database is read
              --checkpoints  checkpoints from their place
              --key          id of a key that you trust; without it any key counts""";

    private final PrintStream out;
    private final PrintStream err;
    private final List<Path> files = new ArrayList<>();
    private final List<Path> checkpointFiles = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();

    public VerifyCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Returns the exit code. */
    public static int run(String... args) {
        return new VerifyCommand(System.out, System.err).verify(args);
    }

    public int verify(String... args) {
        try {
            parse(args);
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            err.println(USAGE);
            return 2;
        }
        try {
            return print(files.isEmpty() ? database() : file(files.get(0)));
        } catch (MalformedInputException e) {
            return unreadable("it is not UTF-8 text");
        } catch (UncheckedIOException e) {
            return unreadable(
                    e.getCause() instanceof MalformedInputException ? "it is not UTF-8 text" : reason(e.getCause()));
        } catch (IOException | RuntimeException e) {
            // any failure: it must not look like a manipulated log
            return unreadable(reason(e));
        }
    }

    private int unreadable(String reason) {
        err.println("Cannot read the audit log: " + reason);
        return 3;
    }

    private static String reason(Exception e) {
        Throwable cause = NestedExceptionUtils.getMostSpecificCause(e);
        return Objects.requireNonNullElse(cause.getMessage(), cause.getClass().getSimpleName())
                .lines()
                .findFirst()
                .orElse("unknown reason");
    }

    private void parse(String... args) {
        for (String arg : args) {
            String value = arg.substring(arg.indexOf('=') + 1);
            if (arg.startsWith("--checkpoints=")) {
                checkpointFiles.add(existing(value));
            } else if (arg.startsWith("--key=")) {
                keys.add(value);
            } else if (!arg.startsWith("-") && files.isEmpty()) {
                files.add(existing(arg));
            } else {
                throw new IllegalArgumentException("Unknown argument: " + arg);
            }
        }
    }

    private static Path existing(String file) {
        Path path = Path.of(file);
        if (!Files.isReadable(path)) {
            throw new IllegalArgumentException("File not found: " + file);
        }
        return path;
    }

    private VerificationReport file(Path file) throws IOException {
        VerificationReport report;
        List<Checkpoint> checkpoints = suppliedCheckpoints();
        try (Stream<ChainedEntry> links = AuditLogFile.links(text(file))) {
            checkpoints.addAll(AuditLogFile.checkpointsOfRecord(file));
            report = new Verifier(links.iterator(), new Checkpoints(checkpoints, keys), null, done -> {}).verify();
        }
        if (report.entries() == 0 && report.finding() == null) {
            throw new UnreadableAuditLogException("no entries in " + file);
        }
        return report;
    }

    private VerificationReport database() throws IOException {
        try (ConfiguredDatabase database = ConfiguredDatabase.open()) {
            return verify(database.jdbc(), database.directory());
        }
    }

    /** @param directory the checkpoint store; null if the store is a bucket, which this command does not read */
    public VerificationReport verify(JdbcClient jdbc, @Nullable Path directory) throws IOException {
        List<Checkpoint> supplied = suppliedCheckpoints();
        CheckpointRepository rows = new CheckpointRepository(jdbc);
        CheckpointComparison checkpoints = directory == null
                ? CheckpointComparison.ofCopy(rows, supplied)
                : CheckpointComparison.of(rows, () -> withStored(supplied, directory));
        if (checkpoints.unread() != null) {
            throw new UnreadableAuditLogException(directory + ": " + reason(checkpoints.unread()));
        }
        ChainRepository chain = new ChainRepository(jdbc);
        ChainHead head = chain.head();
        return new Verifier(chain.entries(head.seq()), new Checkpoints(checkpoints.all(), keys), head, done -> {})
                .verify()
                .and(checkpoints.lost())
                .noting(
                        directory == null && supplied.isEmpty()
                                ? List.of(
                                        "The checkpoints in the bucket were not checked. Download them to check them.")
                                : List.of());
    }

    private static List<Checkpoint> withStored(List<Checkpoint> supplied, Path directory) throws IOException {
        List<Checkpoint> all = new ArrayList<>(supplied);
        all.addAll(new CheckpointFile(directory).all());
        return all;
    }

    private List<Checkpoint> suppliedCheckpoints() throws IOException {
        List<Checkpoint> supplied = new ArrayList<>();
        for (Path file : checkpointFiles) {
            List<Checkpoint> found = AuditLogFile.checkpoints(text(file));
            if (found.stream().noneMatch(Checkpoint::isSigned)) {
                throw new UnreadableAuditLogException("no checkpoints in " + file);
            }
            supplied.addAll(found);
        }
        return supplied;
    }

    private static Path text(Path file) {
        if (Files.isDirectory(file)) {
            throw new UnreadableAuditLogException(file + " is a directory");
        }
        return file;
    }

    /** A user who names a key or checkpoints expects at least one signature. */
    private @Nullable Finding unsigned(VerificationReport report) {
        boolean wanted = !keys.isEmpty() || !checkpointFiles.isEmpty();
        return wanted && report.checkpoint() == null
                ? new Finding(Kind.CHECKPOINT, 1, "no checkpoint covers any of these entries")
                : null;
    }

    private int print(VerificationReport seen) {
        VerificationReport report = seen.and(unsigned(seen));
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
