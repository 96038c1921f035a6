package io.countersign.audit.export;

import io.countersign.audit.AuditAction;
import io.countersign.audit.AuditEntry;
import io.countersign.audit.AuditLog;
import io.countersign.audit.AuditOutcome;
import io.countersign.audit.chain.AuditLogFile;
import io.countersign.audit.chain.Checkpoint;
import io.countersign.audit.checkpoint.CheckpointRepository;
import io.countersign.audit.checkpoint.CheckpointSigner;
import io.countersign.audit.entry.ChainRepository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import org.springframework.stereotype.Component;

/** Writes the whole audit log for independent verification: all entries, then checkpoints that cover the last entry. */
@Component
public class AuditLogExporter {

    private final AuditLog log;
    private final ChainRepository chain;
    private final CheckpointRepository checkpoints;
    private final CheckpointSigner signer;

    public AuditLogExporter(
            AuditLog log, ChainRepository chain, CheckpointRepository checkpoints, CheckpointSigner signer) {
        this.log = log;
        this.chain = chain;
        this.checkpoints = checkpoints;
        this.signer = signer;
    }

    /** Records the download, and returns a checkpoint that covers this entry. */
    public Checkpoint start(String person) {
        long seq = log.appendNow(AuditEntry.by(person, AuditAction.EXPORT, AuditOutcome.DONE)
                .withMessage("whole audit log with checkpoints"));
        return signer.covering(seq);
    }

    public void write(Checkpoint last, Writer out) throws IOException {
        try {
            chain.entries(last.entrySeq()).forEachRemaining(entry -> writeLine(out, AuditLogFile.line(entry)));
            checkpoints.all().stream()
                    .filter(checkpoint -> checkpoint.number() <= last.number())
                    .forEach(checkpoint -> writeLine(out, checkpoint.line()));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void writeLine(Writer out, String line) {
        try {
            out.write(line + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
