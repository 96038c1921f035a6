package io.countersign.invitation;

import static io.countersign.invitation.InvitationColumns.instant;
import static io.countersign.invitation.InvitationColumns.time;

import io.countersign.connection.InvitationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every invitation ever seen. State moves are conditional updates: each says whether it won. */
@Repository
public class Invitations {

    private final JdbcClient jdbc;

    Invitations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Invitation> find(InvitationId id) {
        return jdbc.sql("select * from invitation where invitation_id = :id")
                .param("id", id.value())
                .query(Invitations::row)
                .optional();
    }

    /**
     * Reserves a pending invitation for a decision that is about to be sent.
     *
     * @param replaces an unclear decision that may be superseded; 0 for none
     * @return false if somebody else was faster, or it is no longer pending
     */
    public boolean open(InvitationId id, long decision, long replaces, Instant at) {
        return jdbc.sql("""
                        update invitation set open_decision = :decision, unclear = false, state_at = :at
                        where invitation_id = :id and state = 'PENDING'
                          and (open_decision is null or (unclear and open_decision = :replaces))""")
                        .param("id", id.value())
                        .param("decision", decision)
                        .param("replaces", replaces)
                        .param("at", time(at))
                        .update()
                == 1;
    }

    /** The decision took effect. */
    public boolean decided(InvitationId id, long decision, InvitationState state, Instant at) {
        return jdbc.sql("""
                        update invitation set state = :state, state_at = :at, open_decision = null, unclear = false
                        where invitation_id = :id and open_decision = :decision""")
                        .param("id", id.value())
                        .param("decision", decision)
                        .param("state", state.name())
                        .param("at", time(at))
                        .update()
                == 1;
    }

    /** The decision changed nothing: others may decide again. */
    public boolean release(InvitationId id, long decision) {
        return jdbc.sql("""
                        update invitation set open_decision = null, unclear = false
                        where invitation_id = :id and open_decision = :decision""").param("id", id.value()).param("decision", decision).update() == 1;
    }

    /** Nobody knows whether the decision took effect. */
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

    static Invitation row(ResultSet row, int number) throws SQLException {
        return new Invitation(
                InvitationColumns.listed(row),
                InvitationColumns.source(row),
                InvitationState.valueOf(row.getString("state")),
                Objects.requireNonNull(instant(row, "first_seen_at")),
                instant(row, "unseen_at"),
                Objects.requireNonNull(instant(row, "last_seen_at")),
                row.getObject("open_decision", Long.class),
                row.getBoolean("unclear"));
    }
}
