package io.countersign.decision.reason;

import static io.countersign.invitation.InvitationColumns.instant;
import static io.countersign.invitation.InvitationColumns.time;

import io.countersign.audit.AuditAction;
import io.countersign.audit.AuditEntry;
import io.countersign.audit.AuditLog;
import io.countersign.audit.AuditOutcome;
import io.countersign.audit.ChangedValues;
import io.countersign.decision.Reason;
import io.countersign.decision.ReasonTemplate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Stores the reason templates. Each change and its audit entry are committed in one transaction. */
@Repository
public class ReasonTemplates {

    private final JdbcClient jdbc;
    private final AuditLog auditLog;
    private final InstantSource clock;

    ReasonTemplates(JdbcClient jdbc, AuditLog auditLog, InstantSource clock) {
        this.jdbc = jdbc;
        this.auditLog = auditLog;
        this.clock = clock;
    }

    /** All templates in alphabetical order. */
    public List<ReasonTemplate> all() {
        return jdbc.sql("select * from reason_template order by lower(text), id")
                .query(ReasonTemplates::row)
                .list();
    }

    public Optional<ReasonTemplate> find(long id) {
        return jdbc.sql("select * from reason_template where id = :id")
                .param("id", id)
                .query(ReasonTemplates::row)
                .optional();
    }

    /** Has no effect if there is a template with this text, as after the first of two clicks. */
    @Transactional
    public void add(Reason reason, String person) {
        jdbc.sql("lock table reason_template in share row exclusive mode").update();
        boolean added = jdbc.sql("""
                        insert into reason_template (text, version, changed_at, changed_by)
                        select :text, 1, :at, :by where not exists (select 1 from reason_template where text = :text)""")
                        .param("text", reason.text())
                        .param("at", time(clock.instant()))
                        .param("by", person)
                        .update()
                == 1;
        if (added) {
            append(person, null, reason.text());
        }
    }

    /** Returns false, without a change, if another user has changed or removed the template meanwhile. */
    @Transactional
    public boolean change(ReasonTemplate seen, Reason reason, String person) {
        boolean changed = jdbc.sql("""
                        update reason_template set text = :text, version = version + 1, changed_at = :at, changed_by = :by
                        where id = :id and version = :version""")
                        .param("id", seen.id())
                        .param("version", seen.version())
                        .param("text", reason.text())
                        .param("at", time(clock.instant()))
                        .param("by", person)
                        .update()
                == 1;
        if (changed && !seen.text().equals(reason.text())) {
            append(person, seen.text(), reason.text());
        }
        return changed;
    }

    /** Returns false, without a change, if another user has changed or removed the template meanwhile. */
    @Transactional
    public boolean remove(ReasonTemplate seen, String person) {
        boolean removed = jdbc.sql("delete from reason_template where id = :id and version = :version")
                        .param("id", seen.id())
                        .param("version", seen.version())
                        .update()
                == 1;
        if (removed) {
            append(person, seen.text(), null);
        }
        return removed;
    }

    private void append(String person, @Nullable String before, @Nullable String after) {
        auditLog.append(AuditEntry.by(person, AuditAction.REASONS_CHANGED, AuditOutcome.DONE)
                .withMessage(String.join(
                        "\n",
                        new ChangedValues<>(before, after)
                                .value("reason offered", text -> text)
                                .lines())));
    }

    private static ReasonTemplate row(ResultSet row, int number) throws SQLException {
        return new ReasonTemplate(
                row.getLong("id"),
                row.getString("text"),
                row.getInt("version"),
                Objects.requireNonNull(instant(row, "changed_at")),
                row.getString("changed_by"));
    }
}
