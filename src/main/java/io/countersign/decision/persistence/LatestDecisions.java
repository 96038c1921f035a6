package io.countersign.decision.persistence;

import static io.countersign.invitation.InvitationColumns.instant;
import static io.countersign.invitation.InvitationColumns.time;

import io.countersign.connection.InvitationAction;
import io.countersign.decision.DecisionState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Repository;

/** Finds the latest decision of each of several invitations, for lists. */
@NamedInterface({"approval", "bulk"})
@Repository
public class LatestDecisions {

    private final JdbcClient jdbc;

    LatestDecisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The latest decision of an invitation.
     *
     * @param proposedBy the user whose proposal it confirmed; null if it needed no second approval
     * @param breakGlass whether an admin decided without the second approval
     * @param heldUntil the end of its hold; null if it was not held
     * @param found whether it is confirmed by a read of AWS alone: AWS does not report by whose request
     */
    @NamedInterface({"approval", "bulk"})
    public record Latest(
            long id,
            String invitation,
            String person,
            InvitationAction action,
            DecisionState state,
            @Nullable String proposedBy,
            boolean breakGlass,
            Instant at,
            @Nullable Instant heldUntil,
            boolean found) {

        /** Returns whether it took effect, or still can. */
        public boolean stands() {
            return state != DecisionState.FAILED && state != DecisionState.WITHDRAWN;
        }
    }

    /** Returns the decisions by invitation ID; invitations without one are missing. */
    public Map<String, Latest> of(Collection<String> invitations) {
        return until(null, invitations);
    }

    /** Returns the latest decisions up to a time. */
    public Map<String, Latest> until(@Nullable Instant time, Collection<String> invitations) {
        return invitations.isEmpty()
                ? Map.of()
                : jdbc
                        .sql("""
                        select distinct on (d.invitation_id) d.id, d.invitation_id, d.person, d.action, d.state, p.person as proposed_by,
                          d.break_glass, d.decided_at, d.held_until, d.state = 'CONFIRMED' and not d.returned as found
                        from decision d left join proposal p on p.id = d.proposal_id
                        where d.invitation_id in (:invitations) and d.decided_at <= coalesce(cast(:time as timestamptz), 'infinity')
                        order by d.invitation_id, d.id desc""")
                        .param("invitations", invitations)
                        .param("time", time == null ? null : time(time))
                        .query(LatestDecisions::row)
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Latest::invitation, Function.identity()));
    }

    private static Latest row(ResultSet row, int number) throws SQLException {
        return new Latest(
                row.getLong("id"),
                row.getString("invitation_id"),
                row.getString("person"),
                InvitationAction.valueOf(row.getString("action")),
                DecisionState.valueOf(row.getString("state")),
                row.getString("proposed_by"),
                row.getBoolean("break_glass"),
                Objects.requireNonNull(instant(row, "decided_at")),
                instant(row, "held_until"),
                row.getBoolean("found"));
    }
}
