package io.countersign.team.persistence;

import static io.countersign.invitation.InvitationColumns.instant;
import static io.countersign.invitation.InvitationColumns.time;

import io.countersign.connection.InvitationId;
import io.countersign.team.Claim;
import io.countersign.team.Comment;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores claims. Each statement reports whether it changed a row; expired claims do not count. */
@Repository
public class ClaimRepository {

    private static final String ASSIGNED = """
            select asked, c.*, r.by, r.text, r.created_at from unnest(cast(:ids as varchar array)) as asked
            left join claim c on c.invitation_id = asked and c.until_at > :now
            left join lateral (
              select r.person as by, r.text, r.created_at from mention m join invitation_comment r on r.id = m.comment_id
              where m.person = :person and not m.seen and m.invitation_id = asked order by r.id desc limit 1) r on true
            where c.person is not null or r.by is not null""";

    private final JdbcClient jdbc;
    private final InstantSource clock;

    ClaimRepository(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What a user sees of the assignment of an invitation.
     *
     * @param comment the last comment that mentions the user and that the user has not acknowledged
     */
    public record Assigned(@Nullable Claim claim, @Nullable Comment comment) {}

    /** Returns the assignments in one statement; invitations without a claim or comment are missing. */
    public Map<InvitationId, Assigned> assigned(Collection<InvitationId> ids, String person) {
        Map<InvitationId, Assigned> assigned = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql(ASSIGNED)
                    .param("ids", ids.stream().map(InvitationId::value).toArray(String[]::new))
                    .param("person", person)
                    .param("now", time(clock.instant()))
                    .query(row -> {
                        assigned.put(
                                new InvitationId(row.getString("asked")),
                                new Assigned(
                                        row.getString("person") == null ? null : claim(row),
                                        row.getString("by") == null ? null : comment(row)));
                    });
        }
        return assigned;
    }

    private static Comment comment(ResultSet row) throws SQLException {
        return new Comment(
                row.getString("by"), row.getString("text"), Objects.requireNonNull(instant(row, "created_at")));
    }

    public Set<InvitationId> heldBy(String person) {
        return jdbc.sql("select invitation_id from claim where person = :person and until_at > :now")
                .param("person", person)
                .param("now", time(clock.instant()))
                .query((row, number) -> new InvitationId(row.getString(1)))
                .set();
    }

    /** Returns all claims that have not expired. */
    public Map<InvitationId, Claim> all() {
        Map<InvitationId, Claim> claims = new HashMap<>();
        jdbc.sql("select * from claim where until_at > :now")
                .param("now", time(clock.instant()))
                .query(row -> {
                    claims.put(new InvitationId(row.getString("invitation_id")), claim(row));
                });
        return claims;
    }

    /**
     * Assigns an invitation to a user if it is unassigned, already assigned to that user, or still assigned to the
     * expected assignee.
     *
     * @param from the expected assignee; empty for none
     * @return the end of the claim; empty if another user holds the invitation
     */
    public Optional<Instant> give(InvitationId id, String to, String by, Duration time, String from) {
        Instant now = clock.instant();
        Instant until = now.plus(time);
        boolean given = bind(id, to, by, now, until, """
                        update claim set person = :to, given_by = :by, since = :now, until_at = :until
                        where invitation_id = :id and (until_at <= :now or person = :to or person = :from)""").param("from", from).update() == 1
                || bind(id, to, by, now, until, """
                        insert into claim (invitation_id, person, given_by, since, until_at)
                        values (:id, :to, :by, :now, :until) on conflict do nothing""").update() == 1;
        return given ? Optional.of(until) : Optional.empty();
    }

    /** @return false if that user no longer holds the invitation */
    public boolean release(InvitationId id, String person) {
        return jdbc.sql("delete from claim where invitation_id = :id and person = :person and until_at > :now")
                        .param("id", id.value())
                        .param("person", person)
                        .param("now", time(clock.instant()))
                        .update()
                == 1;
    }

    public void end(InvitationId id) {
        jdbc.sql("delete from claim where invitation_id = :id")
                .param("id", id.value())
                .update();
    }

    private JdbcClient.StatementSpec bind(
            InvitationId id, String to, String by, Instant now, Instant until, String sql) {
        return jdbc.sql(sql)
                .param("id", id.value())
                .param("to", to)
                .param("by", by)
                .param("now", time(now))
                .param("until", time(until));
    }

    private static Claim claim(ResultSet row) throws SQLException {
        return new Claim(
                row.getString("person"),
                row.getString("given_by"),
                Objects.requireNonNull(instant(row, "since")),
                Objects.requireNonNull(instant(row, "until_at")));
    }
}
