package io.countersign.decision.persistence;

import io.countersign.connection.InvitationId;
import io.countersign.decision.Proposal;
import io.countersign.invitation.VisibilityCondition;
import io.countersign.invitation.VisibilityScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads in one statement what the page of an invitation shows its reader about decisions. */
@Repository
public class ReviewRepository {

    private static final String LAST_REASON = """
            select reason from (
              select * from (
                (select invitation_id, reason, decided_at as at from decision
                 where person = :person order by id desc limit 1)
                union all
                (select invitation_id, reason, proposed_at as at from proposal
                 where person = :person order by id desc limit 1)) as answers
              order by at desc limit 1) as given
            where invitation_id in (select invitation_id from %s as seen)""";

    private static final String FACTS = """
            select proposal.*, past.accepted, past.rejected, (%s) as last_reason,
              exists (select 1 from review_preference where person = :person) as opens_next,
              array(select id from reason_template order by lower(text), id) as template_ids,
              array(select text from reason_template order by lower(text), id) as template_texts
            from (select count(*) filter (where decided_action = 'ACCEPT') as accepted,
                count(*) filter (where decided_action = 'REJECT') as rejected
              from confirmed_decision where owner = :owner and %s) as past
            left join proposal on proposal.open_for = :invitation""";

    private final JdbcClient jdbc;

    ReviewRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What the module knows for the reader of an invitation.
     *
     * @param open the proposal that waits for an answer; null for none
     * @param past the decisions about the owner within the scope of the reader
     * @param lastReason the reason that the reader gave last; null if there is none or the reader may not see it
     * @param opensNext whether the next invitation opens after a decision of the reader
     * @param templates the reasons that leads offer, in alphabetical order
     */
    public record Facts(
            @Nullable Proposal open,
            Past past,
            @Nullable String lastReason,
            boolean opensNext,
            List<Template> templates) {}

    /** The number of accepted and rejected invitations of an owner, as confirmed by AWS. */
    public record Past(long accepted, long rejected) {

        public boolean none() {
            return accepted + rejected == 0;
        }
    }

    public record Template(long id, String text) {}

    /** @param owner null if AWS gave none */
    public Facts of(InvitationId invitation, @Nullable String owner, String person, VisibilityScope scope) {
        return about(person, scope, FACTS.formatted(lastReason(scope), VisibilityCondition.of(scope)))
                .param("owner", owner)
                .param("invitation", invitation.value())
                .query(ReviewRepository::facts)
                .single();
    }

    /** Returns the reason that a user gave last; empty if there is none or its invitation is outside the scope. */
    public Optional<String> lastReason(String person, VisibilityScope scope) {
        return about(person, scope, lastReason(scope)).query(String.class).optional();
    }

    private static String lastReason(VisibilityScope scope) {
        return LAST_REASON.formatted(VisibilityCondition.visible(scope));
    }

    private JdbcClient.StatementSpec about(String person, VisibilityScope scope, String sql) {
        return jdbc.sql(sql).params(VisibilityCondition.parameters(scope)).param("person", person);
    }

    private static Facts facts(ResultSet row, int number) throws SQLException {
        return new Facts(
                row.getObject("id") == null ? null : ProposalRepository.known(ProposalRepository.row(row, number)),
                new Past(row.getLong("accepted"), row.getLong("rejected")),
                row.getString("last_reason"),
                row.getBoolean("opens_next"),
                templates(row));
    }

    private static List<Template> templates(ResultSet row) throws SQLException {
        Long[] ids = (Long[]) row.getArray("template_ids").getArray();
        String[] texts = (String[]) row.getArray("template_texts").getArray();
        return IntStream.range(0, ids.length)
                .mapToObj(i -> new Template(ids[i], texts[i]))
                .toList();
    }
}
