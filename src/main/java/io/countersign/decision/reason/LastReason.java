package io.countersign.decision.reason;

import io.countersign.connection.InvitationId;
import io.countersign.invitation.InvitationRepository;
import io.countersign.invitation.VisibilityScope;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds the reason that a user gave last, for a decision or a proposal. */
@Repository
public class LastReason {

    private static final String LAST = """
            select * from (
              (select invitation_id, reason, decided_at as at from decision
               where person = :person order by id desc limit 1)
              union all
              (select invitation_id, reason, proposed_at as at from proposal
               where person = :person order by id desc limit 1)) given
            order by at desc limit 1""";

    private final JdbcClient jdbc;
    private final InvitationRepository invitations;

    LastReason(JdbcClient jdbc, InvitationRepository invitations) {
        this.jdbc = jdbc;
        this.invitations = invitations;
    }

    private record Given(InvitationId invitation, String reason) {}

    /** Empty if the user gave none, or may no longer see the invitation of the last one. */
    public Optional<String> of(String person, VisibilityScope scope) {
        return jdbc.sql(LAST)
                .param("person", person)
                .query((row, number) ->
                        new Given(new InvitationId(row.getString("invitation_id")), row.getString("reason")))
                .optional()
                .filter(given -> invitations
                        .find(given.invitation())
                        .filter(invitation -> scope.sees(invitation.source()))
                        .isPresent())
                .map(Given::reason);
    }
}
