package io.countersign.invitation;

import static io.countersign.invitation.InvitationColumns.instant;

import io.countersign.connection.InvitationId;
import java.sql.ResultSet;
import java.sql.SQLException;
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

/** Stores every invitation that was ever listed. */
@Repository
public class InvitationRepository {

    private final JdbcClient jdbc;

    public InvitationRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Invitation> find(InvitationId id) {
        return jdbc.sql("select * from invitation where invitation_id = :id")
                .param("id", id.value())
                .query(InvitationRepository::row)
                .optional();
    }

    /** @throws ResponseStatusException 404 if the invitation was never listed */
    public Invitation require(InvitationId id) {
        return find(id).orElseThrow(() -> notFound(id));
    }

    /** @throws ResponseStatusException 404 with the first ID that was never listed */
    public void requireAll(Collection<InvitationId> ids) {
        Map<InvitationId, Invitation> known = find(ids);
        ids.stream().filter(id -> !known.containsKey(id)).findFirst().ifPresent(id -> {
            throw notFound(id);
        });
    }

    public static ResponseStatusException notFound(InvitationId id) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "No invitation with the ID " + id + " was found.");
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
                row.getString("proposed_by"),
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
