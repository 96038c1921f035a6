package io.countersign.history;

import io.countersign.audit.chain.Checkpoint;
import io.countersign.audit.export.AuditLogExporter;
import io.countersign.audit.export.ExportFormat;
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

/** Sends the whole audit log as a file. */
@Component
class AuditLogDownload {

    private final AuditLogExporter exporter;
    private final InstantSource clock;

    AuditLogDownload(AuditLogExporter exporter, InstantSource clock) {
        this.exporter = exporter;
        this.clock = clock;
    }

    /** Returns the name of a file that is downloaded today. */
    String fileName() {
        return "countersign-log-" + LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) + ".jsonl";
    }

    void send(String person, HttpServletResponse response) {
        Checkpoint last = exporter.start(person);
        HistoryExport.head(response, ExportFormat.JSONL.mediaType(), fileName());
        try {
            Writer out = new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
            exporter.write(last, out);
            out.flush();
        } catch (IOException | RuntimeException e) {
            throw new DownloadAbortedException(e);
        }
    }
}
