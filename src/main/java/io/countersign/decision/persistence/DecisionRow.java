package io.countersign.decision.persistence;

import static io.countersign.invitation.InvitationColumns.instant;

import io.countersign.connection.AwsFailure;
import io.countersign.connection.InvitationAction;
import io.countersign.connection.api.CallIdentity;
import io.countersign.connection.api.UpdatedInvitation;
import io.countersign.decision.ApprovalRecord;
import io.countersign.decision.Decision;
import io.countersign.decision.DecisionAnswer;
import io.countersign.decision.DecisionLifecycle;
import io.countersign.decision.DecisionState;
import io.countersign.decision.EffectObservation;
import io.countersign.invitation.InvitationColumns;
import io.countersign.policy.Effect;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Maps a row of the table {@code decision}. */
final class DecisionRow {

    private DecisionRow() {}

    static Decision read(ResultSet row) throws SQLException {
        return new Decision(
                row.getLong("id"),
                InvitationColumns.source(row),
                InvitationColumns.listed(row),
                InvitationAction.valueOf(row.getString("action")),
                row.getString("reason"),
                row.getString("person"),
                Objects.requireNonNull(instant(row, "decided_at")),
                DecisionState.valueOf(row.getString("state")),
                new DecisionAnswer(
                        instant(row, "answered_at"), returned(row), row.getString("request_id"), failure(row)),
                lifecycle(row),
                row.getObject("batch_id", Long.class),
                approval(row));
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

    private static @Nullable AwsFailure failure(ResultSet row) throws SQLException {
        String kind = row.getString("failure_kind");
        return kind == null
                ? null
                : new AwsFailure(
                        AwsFailure.Kind.valueOf(kind),
                        row.getString("failure_message"),
                        row.getString("failure_code"),
                        row.getString("request_id"));
    }

    private static DecisionLifecycle lifecycle(ResultSet row) throws SQLException {
        return new DecisionLifecycle(
                instant(row, "held_until"),
                instant(row, "listed_at"),
                instant(row, "sent_at"),
                sentAs(row),
                instant(row, "unclear_at"),
                row.getString("withdrawn_by"),
                observation(row),
                instant(row, "next_at"),
                row.getInt("tries"));
    }

    private static @Nullable CallIdentity sentAs(ResultSet row) throws SQLException {
        String kind = row.getString("caller_kind");
        return kind == null
                ? null
                : new CallIdentity(
                        CallIdentity.Kind.valueOf(kind),
                        row.getString("caller"),
                        row.getString("session_name"),
                        row.getString("source_identity"));
    }

    private static ApprovalRecord approval(ResultSet row) throws SQLException {
        return new ApprovalRecord(
                row.getString("in_place_of"),
                row.getObject("proposal_id", Long.class),
                row.getString("proposed_by"),
                row.getBoolean("break_glass"),
                row.getBoolean("leaves"));
    }

    private static @Nullable EffectObservation observation(ResultSet row) throws SQLException {
        String effect = row.getString("seen_effect");
        return effect == null
                ? null
                : new EffectObservation(
                        Effect.valueOf(effect),
                        row.getString("seen_text"),
                        Objects.requireNonNull(instant(row, "seen_at")));
    }
}
