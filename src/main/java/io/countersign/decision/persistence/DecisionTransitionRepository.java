package io.countersign.decision.persistence;

import static io.countersign.invitation.InvitationColumns.time;

import io.countersign.connection.AwsFailure;
import io.countersign.connection.api.CallIdentity;
import io.countersign.connection.api.UpdatedInvitation;
import io.countersign.decision.Decision;
import io.countersign.decision.DecisionState;
import io.countersign.decision.EffectObservation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Changes the state of decisions. Each update is conditional on the current state and returns whether it changed the
 * row.
 */
@Repository
public class DecisionTransitionRepository {

    private static final int LONGEST_MESSAGE = 2000;

    private final JdbcClient jdbc;

    DecisionTransitionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param listedAt the time of the fresh listing after the hold */
    public boolean release(long id, Instant listedAt, Instant at) {
        return change(StateTransition.RELEASE, "listed_at = :listedAt, sent_at = :at, next_at = :next", id)
                        .param("listedAt", time(listedAt))
                        .param("at", time(at))
                        .param("next", time(at.plus(DecisionState.SEND_TIMEOUT)))
                        .update()
                == 1;
    }

    public boolean withdraw(long id, String person, Instant at) {
        return change(StateTransition.WITHDRAW, "withdrawn_by = :person, answered_at = :at, next_at = null", id)
                        .param("person", person)
                        .param("at", time(at))
                        .update()
                == 1;
    }

    /**
     * Stores the outcome of the call to AWS.
     *
     * @param nextAt the time of the first read of AWS; null for none
     */
    public boolean settle(
            long id,
            StateTransition transition,
            Instant at,
            @Nullable String requestId,
            @Nullable AwsFailure awsFailure,
            @Nullable Instant nextAt) {
        String set = "answered_at = :at, request_id = :requestId, failure_kind = :kind, failure_code = :code,"
                + " failure_message = :message, next_at = :next, tries = 0, seen_effect = null, seen_text = null,"
                + " seen_at = null" + (transition == StateTransition.LOSE ? ", unclear_at = :at" : "");
        return change(transition, set, id)
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

    /** Stores the conclusion from a read of AWS; the stored answer to the call does not change. */
    public boolean settle(long id, StateTransition transition, EffectObservation observation, Instant at) {
        return change(transition, "answered_at = :at, next_at = null, tries = tries + 1, " + OBSERVATION, id)
                        .param("at", time(at))
                        .param("effect", observation.effect().name())
                        .param("text", observation.text())
                        .param("seenAt", time(observation.at()))
                        .update()
                == 1;
    }

    private static final String OBSERVATION = "seen_effect = :effect, seen_text = :text, seen_at = :seenAt";

    /**
     * Stores an observation that does not change the state.
     *
     * @return false if the state has changed in the meantime
     */
    public boolean storeObservation(Decision decision, EffectObservation observation, @Nullable Instant nextAt) {
        return jdbc.sql("update decision set tries = tries + 1, next_at = :next, " + OBSERVATION
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

    /** Stores the identity of the call that is about to be sent. */
    public void storeCaller(long id, CallIdentity caller) {
        jdbc.sql("""
                update decision set caller_kind = :kind, caller = :caller, session_name = :sessionName,
                  source_identity = :sourceIdentity
                where id = :id""")
                .param("id", id)
                .param("kind", caller.kind().name())
                .param("caller", caller.caller())
                .param("sessionName", caller.sessionName())
                .param("sourceIdentity", caller.sourceIdentity())
                .update();
    }

    /** Stores the invitation as AWS returned it. */
    public void storeReturned(long id, UpdatedInvitation returned) {
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

    private JdbcClient.StatementSpec change(StateTransition transition, String set, long id) {
        return jdbc.sql("update decision set state = :to, " + set + " where id = :id and state in (:from)")
                .param("id", id)
                .param("to", transition.to().name())
                .param("from", transition.from().stream().map(Enum::name).toList());
    }

    private static String cut(String message) {
        return message.length() <= LONGEST_MESSAGE ? message : message.substring(0, LONGEST_MESSAGE - 1) + "…";
    }
}
