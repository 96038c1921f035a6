package io.countersign.team.persistence;

import static io.countersign.invitation.InvitationColumns.time;

import io.countersign.connection.InvitationId;
import io.countersign.invitation.VisibilityCondition;
import io.countersign.team.DelegationProperties;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Finds what waits for a user: pending invitations that are assigned, open ones that mention the user, were proposed by
 * another user or whose proposal was sent back to the user, and delegations.
 */
@Repository
public class PersonalWorkRepository {

    private static final String DECIDES = "(%s or exists (%s))"
            .formatted(ApprovableCondition.NO_TEAM, ApprovableCondition.MEMBERSHIP.formatted(":person"));
    private static final String VISIBLE = "from invitation i where (:all or %s) and ".formatted(DECIDES);

    private static final String ASSIGNED = VISIBLE + VisibilityCondition.PENDING
            + " and i.invitation_id in (select invitation_id from claim where person = :person and until_at > :now)";
    private static final String MENTIONED = VISIBLE + VisibilityCondition.OPEN
            + " and i.invitation_id in (select invitation_id from mention where person = :person and not seen)";
    private static final String DELEGATION = """
            from delegation where delegate = :person and accepted_at is null and ended_at is null and until_day >= :day
              and :delegation""";
    /** As in {@code ProposalListRepository}, which lists them. */
    private static final String RETURNED = VISIBLE + VisibilityCondition.OPEN + """
             and i.open_decision is null and i.invitation_id in (select p.invitation_id from proposal p
              where p.person = :person and p.state = 'SENT_BACK' and not exists (
                select 1 from proposal later where later.invitation_id = p.invitation_id and later.id > p.id))""";

    private static final String APPROVABLE = "from invitation i where " + ApprovableCondition.SQL;

    private final JdbcClient jdbc;
    private final DelegationProperties delegation;
    private final InstantSource clock;

    PersonalWorkRepository(JdbcClient jdbc, DelegationProperties delegation, InstantSource clock) {
        this.jdbc = jdbc;
        this.delegation = delegation;
        this.clock = clock;
    }

    /**
     * The numbers of invitations and delegations.
     *
     * @param returned the proposals of the user that were sent back and have no successor
     * @param delegations the delegations that the user can accept
     */
    public record Counts(int assigned, int mentioned, int approvable, int returned, int delegations) {}

    /**
     * Counts in one statement, because every page shows the counts.
     *
     * @param all whether the user sees all invitations
     */
    public Counts counts(String person, boolean all) {
        return about(
                        person,
                        Stream.of(ASSIGNED, MENTIONED, APPROVABLE, RETURNED, DELEGATION)
                                .map("(select count(*) %s)"::formatted)
                                .collect(Collectors.joining(", ", "select ", "")))
                .param("all", all)
                .query(PersonalWorkRepository::counts)
                .single();
    }

    /** Returns the invitations whose proposal the user can approve. */
    public Set<InvitationId> approvable(String person) {
        return about(person, "select i.invitation_id " + APPROVABLE)
                .query((row, number) -> new InvitationId(row.getString(1)))
                .set();
    }

    private JdbcClient.StatementSpec about(String person, String sql) {
        Instant now = clock.instant();
        return jdbc.sql(sql)
                .param("person", person)
                .param("now", time(now))
                .param("day", LocalDate.ofInstant(now, ZoneOffset.UTC))
                .param("delegation", delegation.allowed());
    }

    private static Counts counts(ResultSet row, int number) throws SQLException {
        return new Counts(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4), row.getInt(5));
    }
}
