package io.countersign.audit.verification;

import static io.countersign.audit.checkpoint.TimestampColumns.instantOrNull;
import static io.countersign.audit.checkpoint.TimestampColumns.time;

import io.countersign.audit.SanitizedText;
import io.countersign.audit.chain.Checkpoint;
import io.countersign.audit.chain.Finding;
import io.countersign.audit.chain.VerificationReport;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The row about the last verification, shared by all replicas. */
@Repository
public class VerificationRepository {

    private final JdbcClient jdbc;

    public VerificationRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public VerificationState state() {
        return jdbc.sql("""
                select v.*, (select count(*) from scheduled_tasks where task_name = 'verification' and picked) as jobs,
                    (select seq from chain_head) as head
                from verification v""").query(VerificationRepository::row).single();
    }

    /** Returns the time of the first entry after this one; empty if there is none. */
    public Optional<Instant> oldestAfter(long seq) {
        return jdbc.sql("select at from audit_entry where seq = :seq")
                .param("seq", seq + 1)
                .query((row, number) -> instantOrNull(row, "at"))
                .optional();
    }

    public void requested(Instant at) {
        jdbc.sql("update verification set asked_at = :at, checked = 0, total = 0")
                .param("at", time(at))
                .update();
    }

    public void started(Instant at, long total) {
        jdbc.sql("update verification set started_at = :at, checked = 0, total = :total")
                .param("at", time(at))
                .param("total", total)
                .update();
    }

    public void progress(long checked) {
        jdbc.sql("update verification set checked = :checked")
                .param("checked", checked)
                .update();
    }

    public void ended(Instant at, VerificationReport report) {
        Finding finding = report.finding();
        Checkpoint checkpoint = report.checkpoint();
        jdbc.sql("""
                update verification set ended_at = :at, checked = :entries, verified_seq = :seq, checkpoint_seq = :covered,
                    kind = :kind, bad_seq = :bad, detail = :detail, notes = :notes,
                    failure = null""")
                .param("at", time(at))
                .param("entries", report.entries())
                .param("seq", report.verifiedSeq())
                .param("covered", checkpoint == null ? null : checkpoint.entrySeq())
                .param("kind", finding == null ? null : finding.kind().name())
                .param("bad", finding == null ? null : finding.seq())
                .param("detail", finding == null ? null : SanitizedText.line(finding.text(), 2000))
                .param("notes", SanitizedText.lines(String.join("\n", report.notes()), 2000))
                .update();
    }

    /** Shows a fault that was found between two verifications, and keeps the fault of the last one. */
    public void alarmed(Finding finding) {
        jdbc.sql("update verification set kind = :kind, bad_seq = :bad, detail = :detail where kind is null")
                .param("kind", finding.kind().name())
                .param("bad", finding.seq())
                .param("detail", SanitizedText.line(finding.text(), 2000))
                .update();
    }

    /** Keeps the finding of the previous run. */
    public void failed(Instant at, String reason) {
        jdbc.sql("update verification set ended_at = :at, failure = :reason")
                .param("at", time(at))
                .param("reason", SanitizedText.line(reason, 500))
                .update();
    }

    private static VerificationState row(ResultSet row, int number) throws SQLException {
        Instant ended = instantOrNull(row, "ended_at");
        Instant started = instantOrNull(row, "started_at");
        boolean asked = later(instantOrNull(row, "asked_at"), ended);
        boolean abandoned =
                later(started, ended) && row.getLong("jobs") == 0 && !later(instantOrNull(row, "asked_at"), started);
        return new VerificationState(
                !abandoned && (asked || later(started, ended)),
                row.getLong("checked"),
                row.getLong("total"),
                ended,
                row.getLong("verified_seq"),
                row.getObject("checkpoint_seq", Long.class),
                row.getString("kind"),
                row.getObject("bad_seq", Long.class),
                row.getString("detail"),
                abandoned ? "It stopped without reporting a reason." : row.getString("failure"),
                Objects.requireNonNullElse(row.getString("notes"), ""),
                row.getLong("head"));
    }

    private static boolean later(@Nullable Instant at, @Nullable Instant ended) {
        return at != null && (ended == null || at.isAfter(ended));
    }
}
