package io.countersign.team.persistence;

import static io.countersign.invitation.InvitationColumns.time;

import io.countersign.connection.InvitationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds the pending invitations that wait for a user: assigned, with a mention, or proposed by another user. */
@Repository
public class PersonalWorkRepository {

    /** Holds if the user is a member of a responsible team; without any team, under another condition. */
    private static final String TEAM = """
            (%s and not exists (select 1 from team) or exists (
              select 1 from team_source s join team_member m on m.team_id = s.team_id
              where m.person = :person and s.account_id = i.account_id and s.region in ('', i.region)%s))""";

    private static final String DECIDES = TEAM.formatted("true", "");
    private static final String LEADS = TEAM.formatted(":lead", " and m.role = 'LEAD'");
    private static final String PENDING =
            "from invitation i where i.state = 'PENDING' and (:all or %s) and ".formatted(DECIDES);

    private static final String ASSIGNED = PENDING + """
            i.invitation_id in (select invitation_id from claim where person = :person and until_at > :now)""";
    private static final String MENTIONED = PENDING + """
            i.invitation_id in (select invitation_id from mention where person = :person and not seen)""";
    private static final String APPROVABLE = """
            from invitation i where i.state = 'PENDING' and i.proposed_by is not null and i.proposed_by <> :person
              and %s and (not i.lead_approves or %s)""".formatted(DECIDES, LEADS);

    private final JdbcClient jdbc;
    private final InstantSource clock;

    PersonalWorkRepository(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The numbers of invitations. */
    public record Counts(int assigned, int mentioned, int approvable) {}

    /**
     * Counts in one statement, because every page shows the counts.
     *
     * @param all whether the user sees all invitations
     * @param lead whether the user has the role LEAD
     */
    public Counts counts(String person, boolean all, boolean lead) {
        return jdbc.sql("select (select count(*) %s), (select count(*) %s), (select count(*) %s)"
                        .formatted(ASSIGNED, MENTIONED, APPROVABLE))
                .param("person", person)
                .param("all", all)
                .param("lead", lead)
                .param("now", time(clock.instant()))
                .query(PersonalWorkRepository::counts)
                .single();
    }

    /** Returns the invitations whose proposal the user can approve. */
    public Set<InvitationId> approvable(String person, boolean lead) {
        return jdbc.sql("select i.invitation_id " + APPROVABLE)
                .param("person", person)
                .param("lead", lead)
                .query((row, number) -> new InvitationId(row.getString(1)))
                .set();
    }

    private static Counts counts(ResultSet row, int number) throws SQLException {
        return new Counts(row.getInt(1), row.getInt(2), row.getInt(3));
    }
}
