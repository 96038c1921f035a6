package io.countersign.invitation;

import static io.countersign.invitation.InvitationColumns.time;

import io.countersign.connection.InvitationId;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Stores on each invitation the decision that is held, being sent or unclear. A change is a conditional update and
 * reports whether it succeeded.
 */
@Repository
public class OpenDecisionRepository {

    private final JdbcClient jdbc;

    public OpenDecisionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Finds an invitation and locks its row until the end of the transaction. */
    public Optional<Invitation> findAndHold(InvitationId id) {
        return jdbc.sql("select * from invitation where invitation_id = :id for update")
                .param("id", id.value())
                .query(InvitationRepository::row)
                .optional();
    }

    /**
     * Reserves an invitation for a decision that is about to be sent. It is pending, or was accepted elsewhere.
     *
     * @param replaces an unclear decision that may be superseded; 0 for none
     * @return false if another decision was faster or the invitation is in another state
     */
    public boolean open(InvitationId id, long decision, long replaces, Instant at) {
        return reserve(id, decision, replaces, false, at);
    }

    /** Works like {@link #open}, for a held decision that can still be withdrawn. */
    public boolean hold(InvitationId id, long decision, long replaces, Instant at) {
        return reserve(id, decision, replaces, true, at);
    }

    private boolean reserve(InvitationId id, long decision, long replaces, boolean held, Instant at) {
        return jdbc.sql("""
                        update invitation set open_decision = :decision, unclear = false, held = :held, state_at = :at
                        where invitation_id = :id and (state = 'PENDING' or gone_cause = 'ACCEPTED_ELSEWHERE')
                          and (open_decision is null or (unclear and open_decision = :replaces))""")
                        .param("id", id.value())
                        .param("decision", decision)
                        .param("replaces", replaces)
                        .param("held", held)
                        .param("at", time(at))
                        .update()
                == 1;
    }

    /** Marks a held decision as being sent, at the end of its hold. */
    public boolean sending(InvitationId id, long decision, Instant at) {
        return jdbc.sql("""
                        update invitation set held = false, state_at = :at
                        where invitation_id = :id and (state = 'PENDING' or gone_cause = 'ACCEPTED_ELSEWHERE')
                          and open_decision = :decision and held""")
                        .param("id", id.value())
                        .param("decision", decision)
                        .param("at", time(at))
                        .update()
                == 1;
    }

    /** Stores the new state after the decision took effect. */
    public boolean decided(InvitationId id, long decision, InvitationState state, Instant at) {
        return jdbc.sql("""
                        update invitation set state = :state, state_at = :at, open_decision = null, unclear = false,
                          gone_cause = null, gone_confidence = null, gone_evidence = null
                        where invitation_id = :id and open_decision = :decision""")
                        .param("id", id.value())
                        .param("decision", decision)
                        .param("state", state.name())
                        .param("at", time(at))
                        .update()
                == 1;
    }

    /** Removes a decision without effect, so that users can decide again. */
    public boolean release(InvitationId id, long decision) {
        return jdbc.sql("""
                        update invitation set open_decision = null, unclear = false, held = false
                        where invitation_id = :id and open_decision = :decision""").param("id", id.value()).param("decision", decision).update() == 1;
    }

    /** Marks the open decision as unclear. */
    public boolean unclear(InvitationId id, long decision, Instant at) {
        return jdbc.sql("""
                        update invitation set unclear = true, state_at = :at
                        where invitation_id = :id and open_decision = :decision""")
                        .param("id", id.value())
                        .param("decision", decision)
                        .param("at", time(at))
                        .update()
                == 1;
    }
}
