package io.countersign.history;

import io.countersign.history.chain.Checkpoint;
import io.countersign.history.chain.Checkpoints;
import io.countersign.history.chain.Finding;
import io.countersign.history.chain.Head;
import io.countersign.history.chain.Link;
import io.countersign.history.chain.RecordFile;
import io.countersign.history.chain.Report;
import io.countersign.history.chain.UnreadableRecord;
import io.countersign.history.chain.Verifier;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessException;

/**
 * {@code java -jar countersign.jar verify}: checks the record in the configured database, or in a file that was downloaded,
 * for which it needs no database. Exit codes: 0 it is what was written, 1 it is not, 2 wrong arguments, 3 it cannot be read.
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

    VerifyCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Returns the exit code. */
    public static int run(String... args) {
        return new VerifyCommand(System.out, System.err).verify(args);
    }

    int verify(String... args) {
        try {
            parse(args);
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            err.println(USAGE);
            return 2;
        }
        try {
            return tell(files.isEmpty() ? database() : file(files.get(0)));
        } catch (IOException | DataAccessException | UnreadableRecord e) {
            err.println("The record cannot be read: " + e.getMessage());
            return 3;
        }
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
                throw new IllegalArgumentException("Not understood: " + arg);
            }
        }
    }

    private static Path existing(String file) {
        Path path = Path.of(file);
        if (!Files.isReadable(path)) {
            throw new IllegalArgumentException("There is no file " + file);
        }
        return path;
    }

    private Report file(Path file) throws IOException {
        List<Checkpoint> checkpoints = given();
        checkpoints.addAll(RecordFile.checkpoints(file));
        try (Stream<Link> links = RecordFile.links(file)) {
            return new Verifier(links.iterator(), new Checkpoints(checkpoints, keys), null, done -> {}).verify();
        }
    }

    private Report database() throws IOException {
        ConfiguredDatabase database = ConfiguredDatabase.open();
        List<Checkpoint> checkpoints = given();
        checkpoints.addAll(new CheckpointRows(database.jdbc()).all());
        checkpoints.addAll(new CheckpointFile(database.directory()).all());
        ChainRows chain = new ChainRows(database.jdbc());
        Head head = chain.head();
        return new Verifier(chain.links(head.seq()), new Checkpoints(checkpoints, keys), head, done -> {}).verify();
    }

    private List<Checkpoint> given() throws IOException {
        List<Checkpoint> given = new ArrayList<>();
        for (Path file : checkpointFiles) {
            given.addAll(RecordFile.checkpoints(file));
        }
        return given;
    }

    private int tell(Report report) {
        Finding finding = report.finding();
        if (finding != null) {
            out.println("NOT VERIFIED: " + finding.kind() + " at entry " + finding.seq());
            out.println(finding.text());
        }
        out.println((finding == null ? "VERIFIED: " : "right before that: ") + report.entries() + " entries, to entry "
                + report.verifiedSeq());
        Checkpoint checkpoint = report.checkpoint();
        if (checkpoint != null) {
            out.println("newest checkpoint that agrees: " + checkpoint.number() + " of " + checkpoint.at()
                    + " about entry " + checkpoint.entrySeq() + ", signed by key " + checkpoint.keyId());
        }
        report.notes().forEach(note -> out.println("note: " + note));
        return finding == null ? 0 : 1;
    }
}
