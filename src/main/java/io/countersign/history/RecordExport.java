package io.countersign.history;

import io.countersign.history.chain.Checkpoint;
import io.countersign.history.chain.RecordFile;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.stereotype.Component;

/** Sends the whole record, to be verified elsewhere: every entry, then every checkpoint, the last of which covers the last entry. */
@Component
class RecordExport {

    private final Entries entries;
    private final ChainRows chain;
    private final CheckpointRows checkpoints;
    private final Checkpointing checkpointing;
    private final InstantSource clock;

    RecordExport(
            Entries entries,
            ChainRows chain,
            CheckpointRows checkpoints,
            Checkpointing checkpointing,
            InstantSource clock) {
        this.entries = entries;
        this.chain = chain;
        this.checkpoints = checkpoints;
        this.checkpointing = checkpointing;
        this.clock = clock;
    }

    void send(String person, HttpServletResponse response) {
        long own = entries.appendNow(
                NewEntry.by(person, EntryAction.EXPORT, EntryOutcome.DONE).saying("whole audit log with checkpoints"));
        Checkpoint last = checkpointing.covering(own);
        HistoryExport.head(
                response,
                ExportFormat.JSONL.mediaType(),
                "countersign-record-" + LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) + ".jsonl");
        try {
            Writer out = new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
            write(last, out);
            out.flush();
        } catch (IOException | RuntimeException e) {
            throw new BrokenDownload(e);
        }
    }

    void write(Checkpoint last, Writer out) {
        chain.links(last.entrySeq()).forEachRemaining(link -> HistoryExport.write(out, RecordFile.line(link) + "\n"));
        checkpoints.all().stream()
                .filter(checkpoint -> checkpoint.number() <= last.number())
                .forEach(checkpoint -> HistoryExport.write(out, checkpoint.line() + "\n"));
    }
}
