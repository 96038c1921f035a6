package io.countersign.team.persistence;

import static io.countersign.invitation.InvitationColumns.instant;
import static io.countersign.invitation.InvitationColumns.time;

import io.countersign.connection.InvitationId;
import io.countersign.http.PageReads;
import io.countersign.invitation.Invitation;
import io.countersign.team.Claim;
import io.countersign.team.Comment;
import io.countersign.team.DelegationProperties;
import io.countersign.team.persistence.MembershipRepository.Responsibility;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads in one statement who may decide an invitation, who holds it, and whom its comments mention. */
@Repository
public class ReviewFactsRepository {

    private static final String FACTS = """
            select 'TEAM' as kind, name, person, role as said, cast(null as timestamptz) as since, cast(null as timestamptz) as ends
            from (%s) as responsible
            union all
            select 'CLAIM', person, given_by, null, since, until_at from claim
            where invitation_id = :invitation and until_at > :now
            union all
            select 'MENTION', m.person, c.person, c.text, c.created_at, null
            from mention m join invitation_comment c on c.id = m.comment_id
            where m.invitation_id = :invitation and not m.seen
            union all
            select distinct 'DELEGATION', delegate, person, null, cast(null as timestamptz), cast(null as timestamptz) from delegation
            where :delegation and ended_at is null and accepted_at is not null and :day between from_day and until_day
            order by kind, name, person, since""".formatted(MembershipRepository.RESPONSIBLE);

    private final JdbcClient jdbc;
    private final DelegationProperties delegation;
    private final InstantSource clock;

    ReviewFactsRepository(JdbcClient jdbc, DelegationProperties delegation, InstantSource clock) {
        this.jdbc = jdbc;
        this.delegation = delegation;
        this.clock = clock;
    }

    /**
     * What the teams know about an invitation.
     *
     * @param claim null if it is unassigned
     * @param mentions the last comment that mentions a user and that the user has not acknowledged, by user
     * @param represented the users whose delegation is active today, by delegate, sorted by name
     */
    public record ReviewFacts(
            Responsibility responsibility,
            @Nullable Claim claim,
            Map<String, Comment> mentions,
            Map<String, List<String>> represented) {}

    private record FactsOf(InvitationId id) {}

    public ReviewFacts of(Invitation invitation) {
        return PageReads.once(new FactsOf(invitation.id()), () -> read(invitation));
    }

    private ReviewFacts read(Invitation invitation) {
        Instant now = clock.instant();
        return jdbc.sql(FACTS)
                .param("account", invitation.source().account().value())
                .param("region", invitation.source().region().value())
                .param("invitation", invitation.id().value())
                .param("now", time(now))
                .param("delegation", delegation.allowed())
                .param("day", LocalDate.ofInstant(now, ZoneOffset.UTC))
                .query((ResultSet rows) -> facts(rows));
    }

    private static ReviewFacts facts(ResultSet row) throws SQLException {
        ResponsibleRows responsible = new ResponsibleRows();
        Claim claim = null;
        Map<String, Comment> mentions = new HashMap<>();
        Map<String, List<String>> represented = new HashMap<>();
        while (row.next()) {
            String name = row.getString("name");
            String person = row.getString("person");
            switch (row.getString("kind")) {
                case "CLAIM" -> claim = new Claim(name, person, at(row, "since"), at(row, "ends"));
                case "MENTION" -> mentions.merge(name, comment(row), ReviewFactsRepository::later);
                case "DELEGATION" ->
                    represented
                            .computeIfAbsent(name, delegate -> new ArrayList<>())
                            .add(person);
                default -> responsible.add(name, person, row.getString("said"));
            }
        }
        return new ReviewFacts(responsible.responsibility(), claim, mentions, represented);
    }

    private static Comment comment(ResultSet row) throws SQLException {
        return new Comment(row.getString("person"), row.getString("said"), at(row, "since"));
    }

    private static Comment later(Comment one, Comment other) {
        return other.at().isBefore(one.at()) ? one : other;
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(instant(row, column));
    }
}
