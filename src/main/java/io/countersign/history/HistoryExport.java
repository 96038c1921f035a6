package io.countersign.history;

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
import java.util.stream.Collectors;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Sends entries as a file, in constant memory, and writes down who took it. */
@Component
class HistoryExport {

    private final Entries entries;
    private final InstantSource clock;

    HistoryExport(Entries entries, InstantSource clock) {
        this.entries = entries;
        this.clock = clock;
    }

    /**
     * Without a length the answer goes out in chunks: a failure on the way lets the server close the connection before the
     * last chunk, and the client knows that the file is not whole.
     */
    void send(
            ExportFormat format,
            EntryFilter filter,
            Map<String, String> parameters,
            String person,
            HttpServletResponse response) {
        long own = entries.appendNow(
                NewEntry.by(person, EntryAction.EXPORT, EntryOutcome.DONE).saying(format + describe(parameters)));
        head(response, format.mediaType(), name(format.extension()));
        try {
            Writer out = new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
            out.write(format.head());
            entries.each(filter, own, entry -> write(out, format.row(entry)));
            out.flush();
        } catch (IOException | RuntimeException e) {
            throw new BrokenDownload(e);
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
