package io.countersign.history;

import io.countersign.audit.AuditAction;
import io.countersign.audit.AuditEntry;
import io.countersign.audit.AuditLog;
import io.countersign.audit.AuditOutcome;
import io.countersign.audit.StoredAuditEntry;
import io.countersign.audit.entry.AuditEntryFilter;
import io.countersign.audit.entry.AuditEntryRepository;
import io.countersign.audit.export.ExportFormat;
import io.countersign.audit.export.NameColumn;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Sends entries as a file, in constant memory, and records the download. */
@Component
class HistoryExport {

    private final AuditLog log;
    private final AuditEntryRepository entries;
    private final KnownNames names;
    private final InstantSource clock;

    HistoryExport(AuditLog log, AuditEntryRepository entries, KnownNames names, InstantSource clock) {
        this.log = log;
        this.entries = entries;
        this.names = names;
        this.clock = clock;
    }

    /**
     * Without a length, the response is chunked: on a failure, the server closes the connection before the last chunk, and the
     * client detects that the file is incomplete.
     */
    void send(
            ExportFormat format,
            AuditEntryFilter filter,
            Map<String, String> parameters,
            String person,
            HttpServletResponse response) {
        long own = log.appendNow(AuditEntry.by(person, AuditAction.EXPORT, AuditOutcome.DONE)
                .withMessage(format + describe(parameters)));
        Function<StoredAuditEntry, Map<NameColumn, String>> columns = names.columns();
        head(response, format.mediaType(), name(format.extension()));
        try {
            Writer out = new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
            out.write(format.head());
            entries.each(filter, own, entry -> write(out, format.row(entry, columns.apply(entry))));
            out.flush();
        } catch (IOException | RuntimeException e) {
            throw new DownloadAbortedException(e);
        }
    }

    static void write(Writer out, String row) {
        try {
            out.write(row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String name(String extension) {
        return "countersign-history-" + LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) + "." + extension;
    }

    static void head(HttpServletResponse response, String mediaType, String fileName) {
        response.setContentType(mediaType);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(fileName).build().toString());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private static String describe(Map<String, String> parameters) {
        return parameters.isEmpty()
                ? " of everything"
                : parameters.entrySet().stream()
                        .map(each -> each.getKey() + "=" + each.getValue())
                        .collect(Collectors.joining(", ", " of ", ""));
    }
}
