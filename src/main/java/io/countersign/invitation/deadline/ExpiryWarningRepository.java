package io.countersign.invitation.deadline;

import static io.countersign.invitation.InvitationColumns.time;

import io.countersign.connection.InvitationId;
import io.countersign.invitation.ExpiryDeadline;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.InvitationRepository;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores the last expiry warning of each pending invitation. */
@Repository
class ExpiryWarningRepository {

    private final JdbcClient jdbc;

    ExpiryWarningRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Returns a batch of invitations that reached a deadline without a warning about it or a later one, and locks them.
     * Leaves out those that a poll or a decision holds: if both waited for each other, the server would cancel one.
     */
    List<Invitation> due(ExpiryDeadline expiryDeadline, Instant now, int most) {
        return jdbc.sql("""
                select * from invitation
                where state = 'PENDING' and warned_hours in (:earlier) and first_seen_at <= :seenBy
                order by first_seen_at limit :most for update skip locked""")
                .param("earlier", earlier(expiryDeadline))
                .param("seenBy", time(expiryDeadline.seenBy(now)))
                .param("most", most)
                .query(InvitationRepository::row)
                .list();
    }

    /** Returns whether the caller must warn; false if another replica was faster or the invitation was decided. */
    boolean warn(InvitationId id, ExpiryDeadline expiryDeadline) {
        return jdbc.sql("""
                        update invitation set warned_hours = :hours
                        where invitation_id = :id and state = 'PENDING' and warned_hours > :hours""")
                        .param("id", id.value())
                        .param("hours", expiryDeadline.hours())
                        .update()
                == 1;
    }

    private static List<Integer> earlier(ExpiryDeadline expiryDeadline) {
        return Stream.concat(
                        Arrays.stream(ExpiryDeadline.values()).map(ExpiryDeadline::hours),
                        Stream.of(Math.toIntExact(Invitation.LIFE.toHours())))
                .filter(hours -> hours > expiryDeadline.hours())
                .toList();
    }
}
