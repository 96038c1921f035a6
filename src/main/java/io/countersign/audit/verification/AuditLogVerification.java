package io.countersign.audit.verification;

import io.countersign.audit.RecordedState;
import io.countersign.audit.chain.AuditLogFile;
import io.countersign.audit.chain.ChainHead;
import io.countersign.audit.chain.ChainedEntry;
import io.countersign.audit.chain.Checkpoint;
import io.countersign.audit.chain.Checkpoints;
import io.countersign.audit.chain.Finding;
import io.countersign.audit.chain.Finding.Kind;
import io.countersign.audit.chain.TrustedKeys;
import io.countersign.audit.chain.UnreadableAuditLogException;
import io.countersign.audit.chain.VerificationReport;
import io.countersign.audit.chain.Verifier;
import io.countersign.audit.checkpoint.AuditProperties;
import io.countersign.audit.checkpoint.CheckpointComparison;
import io.countersign.audit.checkpoint.CheckpointFile;
import io.countersign.audit.checkpoint.CheckpointRepository;
import io.countersign.audit.checkpoint.CheckpointWitness;
import io.countersign.audit.checkpoint.Witness;
import io.countersign.audit.entry.ChainRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Verifies the audit log in the configured database or in a file. */
final class AuditLogVerification {

    private final VerifyArguments arguments;
    private final Supplier<Environment> environment;
    private final List<RecordedState> states;

    /**
     * @param environment the configuration of the application
     * @param states the state in the database that must have entries
     */
    AuditLogVerification(VerifyArguments arguments, Supplier<Environment> environment, List<RecordedState> states) {
        this.arguments = arguments;
        this.environment = environment;
        this.states = states;
    }

    VerificationReport run() throws IOException {
        VerificationReport report = arguments.file() == null ? database() : file(arguments.file());
        return report.and(unsigned(report));
    }

    private VerificationReport file(Path file) throws IOException {
        VerificationReport report;
        List<Checkpoint> checkpoints = suppliedCheckpoints();
        try (Stream<ChainedEntry> links = AuditLogFile.links(text(file))) {
            checkpoints.addAll(AuditLogFile.checkpointsOfRecord(file));
            TrustedKeys trusted = trusted();
            report = new Verifier(links.iterator(), new Checkpoints(checkpoints, trusted), null, done -> {})
                    .verify()
                    .noting(trust(trusted));
        }
        if (report.entries() == 0 && report.finding() == null) {
            throw new UnreadableAuditLogException("no entries in " + file);
        }
        return report;
    }

    private VerificationReport database() throws IOException {
        Environment configured = environment.get();
        try (ConfiguredDatabase database = ConfiguredDatabase.open(configured)) {
            return verify(database.jdbc(), properties(configured));
        }
    }

    /** Reads a checkpoint store that is a directory; checkpoints in a bucket must be supplied. */
    VerificationReport verify(JdbcClient jdbc, AuditProperties properties) throws IOException {
        Path directory = properties.bucket() == null ? properties.directory() : null;
        Witness memory = Witness.read(properties.witnessFile());
        TrustedKeys trusted = trusted(properties, memory);
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
        return new Verifier(chain.entries(head.seq()), new Checkpoints(checkpoints.all(), trusted), head, done -> {})
                .verify()
                .and(checkpoints.lost())
                .and(CheckpointWitness.missingIn(rows, memory))
                .and(new RecordedStates(states, jdbc).unrecorded())
                .noting(trust(trusted))
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
        for (Path file : arguments.checkpointFiles()) {
            List<Checkpoint> found = AuditLogFile.checkpoints(text(file));
            if (found.stream().noneMatch(Checkpoint::isSigned)) {
                throw new UnreadableAuditLogException("no checkpoints in " + file);
            }
            supplied.addAll(found);
        }
        return supplied;
    }

    private TrustedKeys trusted() throws IOException {
        if (!arguments.keys().ids().isEmpty()) {
            return arguments.keys();
        }
        AuditProperties properties = properties(environment.get());
        return trusted(properties, Witness.read(properties.witnessFile()));
    }

    private TrustedKeys trusted(AuditProperties properties, Witness memory) {
        return arguments.keys().ids().isEmpty() ? properties.trusted(memory) : arguments.keys();
    }

    private static AuditProperties properties(Environment environment) {
        return Binder.get(environment).bindOrCreate("countersign.audit", AuditProperties.class);
    }

    private static List<String> trust(TrustedKeys trusted) {
        if (trusted.ids().isEmpty()) {
            return List.of(
                    "No key is trusted: any writer could have invented these entries. Name a key with --key=ID or"
                            + " countersign.audit.trusted-keys.");
        }
        return trusted.pinned()
                ? List.of("Keys trusted on first use, because this installation signed with them: "
                        + String.join(", ", trusted.ids()) + ". Compare them with your copy.")
                : List.of();
    }

    private static Path text(Path file) {
        if (Files.notExists(file)) {
            throw new UnreadableAuditLogException(file + " does not exist");
        }
        if (!Files.isReadable(file)) {
            throw new UnreadableAuditLogException("this user may not read " + file);
        }
        if (Files.isDirectory(file)) {
            throw new UnreadableAuditLogException(file + " is a directory");
        }
        return file;
    }

    private @Nullable Finding unsigned(VerificationReport report) {
        return arguments.requireSignature() && report.checkpoint() == null
                ? new Finding(Kind.CHECKPOINT, 1, "no checkpoint covers any of these entries")
                : null;
    }

    static String reason(Exception e) {
        Throwable cause = NestedExceptionUtils.getMostSpecificCause(e);
        return Objects.requireNonNullElse(cause.getMessage(), cause.getClass().getSimpleName())
                .lines()
                .findFirst()
                .orElse("unknown reason");
    }
}
