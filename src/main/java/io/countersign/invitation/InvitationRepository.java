package io.countersign.invitation;

import static io.countersign.invitation.InvitationColumns.instant;
import static io.countersign.invitation.InvitationColumns.time;

import io.countersign.connection.InvitationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.web.server.ResponseStatusException;

/**
 * Stores every invitation that was ever listed. A state change is a conditional update and reports whether it
 * succeeded.
 */
@Repository
public class InvitationRepository {

    private final JdbcClient jdbc;

    public InvitationRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Invitation> find(InvitationId id) {
        return find(id, "");
    }

    /** @throws ResponseStatusException 404 if the invitation was never listed */
    public Invitation require(InvitationId id) {
        return find(id).orElseThrow(() ->
                new ResponseStatusException(HttpStatus.NOT_FOUND, "No invitation with the ID " + id + " was found."));
    }

    /** Finds invitations by id; unknown ids are missing in the result. */
    public Map<InvitationId, Invitation> find(Collection<InvitationId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("select * from invitation where invitation_id in (:ids)")
                .param("ids", ids.stream().map(InvitationId::value).toList())
                .query(InvitationRepository::row)
                .list()
                .stream()
                .collect(Collectors.toMap(Invitation::id, Function.identity()));
    }

    /** Works like {@link #find} and locks the row until the end of the transaction. */
    public Optional<Invitation> findAndHold(InvitationId id) {
        return find(id, " for update");
    }

    private Optional<Invitation> find(InvitationId id, String lock) {
        return jdbc.sql("select * from invitation where invitation_id = :id" + lock)
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

    /**
     * Marks an invitation with the proposal that waits for a second approval, for the filters and counts of the queue.
     *
     * @param proposer null if none waits
     * @param byLead whether only a lead can approve it
     */
    public void markProposed(InvitationId id, @Nullable String proposer, boolean byLead) {
        jdbc.sql("""
                update invitation set proposed_by = :proposer, lead_approves = :byLead
                where invitation_id = :id""")
                .param("proposer", proposer)
                .param("byLead", byLead)
                .param("id", id.value())
                .update();
    }

    /** Backdates the first-seen time, for the demo. */
    public void backdate(InvitationId id, Instant seen, Instant unseen) {
        jdbc.sql("""
                update invitation set first_seen_at = :seen, unseen_at = :unseen, priority = %s
                where invitation_id = :id and first_seen_at > :seen""".formatted(PriorityKey.kept("cast(:priority as bigint)")))
                .param("priority", PriorityKey.of(seen))
                .param("id", id.value())
                .param("seen", time(seen))
                .param("unseen", time(unseen))
                .update();
    }

    public static Invitation row(ResultSet row, int number) throws SQLException {
        return new Invitation(
                InvitationColumns.listed(row),
                InvitationColumns.source(row),
                InvitationState.valueOf(row.getString("state")),
                Objects.requireNonNull(instant(row, "first_seen_at")),
                instant(row, "unseen_at"),
                Objects.requireNonNull(instant(row, "last_seen_at")),
                row.getObject("open_decision", Long.class),
                row.getBoolean("unclear"),
                row.getBoolean("held"),
                removal(row));
    }

    private static @Nullable RemovalReason removal(ResultSet row) throws SQLException {
        String cause = row.getString("gone_cause");
        return cause == null
                ? null
                : new RemovalReason(
                        GoneCause.valueOf(cause),
                        RemovalConfidence.valueOf(row.getString("gone_confidence")),
                        row.getString("gone_evidence"));
    }
}
