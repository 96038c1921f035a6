package io.countersign.decision.persistence;

import static io.countersign.invitation.InvitationColumns.time;

import io.countersign.connection.AwsFailure;
import io.countersign.connection.UpdatedInvitation;
import io.countersign.decision.Decision;
import io.countersign.decision.DecisionState;
import io.countersign.decision.EffectObservation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The statements by which a decision moves. Each is conditional on where the decision stands, and says whether it won. */
@Repository
public class DecisionTransitionRepository {

    private static final int LONGEST_MESSAGE = 2000;

    private final JdbcClient jdbc;

    DecisionTransitionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param listedAt when AWS was listed again after the hold; null where it was not */
    public boolean release(long id, @Nullable Instant listedAt, Instant at) {
        return move(
                                StateTransition.RELEASE,
                                "listed_at = coalesce(:listedAt, listed_at), sent_at = :at, next_at = :next",
                                id)
                        .param("listedAt", time(listedAt))
                        .param("at", time(at))
                        .param("next", time(at.plus(DecisionState.SEND_TIMEOUT)))
                        .update()
                == 1;
    }

    public boolean withdraw(long id, String person, Instant at) {
        return move(StateTransition.WITHDRAW, "withdrawn_by = :person, answered_at = :at, next_at = null", id)
                        .param("person", person)
                        .param("at", time(at))
                        .update()
                == 1;
    }

    /**
     * Moves to where an answer, or the lack of one, leads.
     *
     * @param nextAt when AWS is read for it; null for never
     */
    public boolean settle(
            long id,
            StateTransition move,
            Instant at,
            @Nullable String requestId,
            @Nullable AwsFailure awsFailure,
            @Nullable Instant nextAt) {
        String set = "answered_at = :at, request_id = :requestId, failure_kind = :kind, failure_code = :code,"
                + " failure_message = :message, next_at = :next, tries = 0, seen_effect = null, seen_text = null,"
                + " seen_at = null";
        return move(move, set, id)
                        .param("at", time(at))
                        .param("requestId", requestId)
                        .param(
                                "kind",
                                awsFailure == null ? null : awsFailure.kind().name())
                        .param("code", awsFailure == null ? null : awsFailure.code())
                        .param("message", awsFailure == null ? null : cut(awsFailure.message()))
                        .param("next", time(nextAt))
                        .update()
                == 1;
    }

    /** Moves to where a read of AWS leads; what AWS answered to the call stays as it was. */
    public boolean settle(long id, StateTransition move, EffectObservation observation, Instant at) {
        return move(move, "answered_at = :at, next_at = null, tries = tries + 1, " + SAW, id)
                        .param("at", time(at))
                        .param("effect", observation.effect().name())
                        .param("text", observation.text())
                        .param("seenAt", time(observation.at()))
                        .update()
                == 1;
    }

    private static final String SAW = "seen_effect = :effect, seen_text = :text, seen_at = :seenAt";

    /**
     * Keeps what a read of AWS showed of a decision that stays where it stands.
     *
     * @return false if it has moved in the meantime
     */
    public boolean saw(Decision decision, EffectObservation observation, @Nullable Instant nextAt) {
        return jdbc.sql("update decision set tries = tries + 1, next_at = :next, " + SAW
                                + " where id = :id and state = :state and tries = :tries")
                        .param("id", decision.id())
                        .param("state", decision.state().name())
                        .param("tries", decision.lifecycle().tries())
                        .param("effect", observation.effect().name())
                        .param("text", observation.text())
                        .param("seenAt", time(observation.at()))
                        .param("next", time(nextAt))
                        .update()
                == 1;
    }

    /** Keeps the invitation as AWS returned it. */
    public void keep(long id, UpdatedInvitation returned) {
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

    private JdbcClient.StatementSpec move(StateTransition move, String set, long id) {
        return jdbc.sql("update decision set state = :to, " + set + " where id = :id and state in (:from)")
                .param("id", id)
                .param("to", move.to().name())
                .param("from", move.from().stream().map(Enum::name).toList());
    }

    private static String cut(String message) {
        return message.length() <= LONGEST_MESSAGE ? message : message.substring(0, LONGEST_MESSAGE - 1) + "…";
    }
}
