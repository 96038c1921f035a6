package io.countersign.decision;

import static io.countersign.invitation.InvitationColumns.instant;
import static io.countersign.invitation.InvitationColumns.time;

import io.countersign.connection.Action;
import io.countersign.connection.Failure;
import io.countersign.connection.InvitationId;
import io.countersign.connection.UpdatedInvitation;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.InvitationColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Every decision ever made here. */
@Repository
class Decisions {

    private static final int LONGEST_MESSAGE = 2000;

    private final JdbcClient jdbc;

    Decisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores an intent, in state SENDING. */
    Decision intend(Decide wish, Invitation reviewed, Instant at) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql(
                        "insert into decision (%s, action, reason, person, decided_at, state) values (%s, :action, :reason, :person, :at, 'SENDING')"
                                .formatted(InvitationColumns.NAMES, InvitationColumns.PARAMETERS))
                .params(InvitationColumns.parameters(reviewed.source(), reviewed.listed()))
                .param("action", wish.action().name())
                .param("reason", wish.reason().text())
                .param("person", wish.person())
                .param("at", time(at))
                .update(key, "id");
        return find(Objects.requireNonNull(key.getKey()).longValue()).orElseThrow();
    }

    Optional<Decision> find(long id) {
        return jdbc.sql("select * from decision where id = :id")
                .param("id", id)
                .query(Decisions::row)
                .optional();
    }

    /** Newest first. */
    List<Decision> of(InvitationId invitation) {
        return jdbc.sql("select * from decision where invitation_id = :invitation order by id desc")
                .param("invitation", invitation.value())
                .query(Decisions::row)
                .list();
    }

    List<Decision> sendingSince(Instant moment) {
        return jdbc.sql("select * from decision where state = 'SENDING' and decided_at < :moment order by id")
                .param("moment", time(moment))
                .query(Decisions::row)
                .list();
    }

    /**
     * Moves a decision out of SENDING. A clear answer that comes late also settles one that was given up as UNKNOWN.
     *
     * @return false if it was settled already
     */
    boolean settle(long id, DecisionState state, Instant at, @Nullable String requestId, @Nullable Failure failure) {
        return jdbc.sql("""
                        update decision set state = :state, answered_at = :at, request_id = :requestId,
                          failure_kind = :kind, failure_code = :code, failure_message = :message
                        where id = :id and (state = 'SENDING' or (state = 'UNKNOWN' and :state <> 'UNKNOWN'))""")
                        .param("id", id)
                        .param("state", state.name())
                        .param("at", time(at))
                        .param("requestId", requestId)
                        .param("kind", failure == null ? null : failure.kind().name())
                        .param("code", failure == null ? null : failure.code())
                        .param("message", failure == null ? null : cut(failure.message()))
                        .update()
                == 1;
    }

    /** Keeps the invitation as AWS returned it. */
    void keep(long id, UpdatedInvitation returned) {
        jdbc.sql("""
                update decision set returned = true, share_invitation_id = :shareInvitationId,
                  share_resource_type = :shareResourceType, workload_id = :workloadId, lens_alias = :lensAlias,
                  lens_arn = :lensArn, profile_arn = :profileArn, template_arn = :templateArn
                where id = :id""")
                .param("id", id)
                .param("shareInvitationId", returned.shareInvitationId())
                .param("shareResourceType", returned.shareResourceType())
                .param("workloadId", returned.workloadId())
                .param("lensAlias", returned.lensAlias())
                .param("lensArn", returned.lensArn())
                .param("profileArn", returned.profileArn())
                .param("templateArn", returned.templateArn())
                .update();
    }

    private static String cut(String message) {
        return message.length() <= LONGEST_MESSAGE ? message : message.substring(0, LONGEST_MESSAGE - 1) + "…";
    }

    private static Decision row(ResultSet row, int number) throws SQLException {
        return new Decision(
                row.getLong("id"),
                InvitationColumns.source(row),
                InvitationColumns.listed(row),
                Action.valueOf(row.getString("action")),
                row.getString("reason"),
                row.getString("person"),
                Objects.requireNonNull(instant(row, "decided_at")),
                DecisionState.valueOf(row.getString("state")),
                instant(row, "answered_at"),
                returned(row),
                row.getString("request_id"),
                failure(row));
    }

    private static @Nullable UpdatedInvitation returned(ResultSet row) throws SQLException {
        return row.getBoolean("returned")
                ? new UpdatedInvitation(
                        row.getString("share_invitation_id"),
                        row.getString("share_resource_type"),
                        row.getString("workload_id"),
                        row.getString("lens_alias"),
                        row.getString("lens_arn"),
                        row.getString("profile_arn"),
                        row.getString("template_arn"))
                : null;
    }

    private static @Nullable Failure failure(ResultSet row) throws SQLException {
        String kind = row.getString("failure_kind");
        return kind == null
                ? null
                : new Failure(
                        Failure.Kind.valueOf(kind),
                        row.getString("failure_message"),
                        row.getString("failure_code"),
                        row.getString("request_id"));
    }
}
