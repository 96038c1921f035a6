package io.countersign.decision.persistence;

import static io.countersign.invitation.InvitationColumns.instant;
import static io.countersign.invitation.InvitationColumns.time;

import io.countersign.connection.InvitationId;
import io.countersign.decision.DecideCommand;
import io.countersign.decision.Proposal;
import io.countersign.decision.ProposalState;
import io.countersign.http.PageReads;
import io.countersign.invitation.InvitationFingerprint;
import io.countersign.invitation.InvitationRepository;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Stores and reads proposals. A transaction that adds or ends one must hold the lock of its invitation. */
@Repository
public class ProposalRepository {

    private final JdbcClient jdbc;
    private final InvitationRepository invitations;

    ProposalRepository(JdbcClient jdbc, InvitationRepository invitations) {
        this.jdbc = jdbc;
        this.invitations = invitations;
    }

    /** @param byLead whether only a lead can approve it */
    public Proposal add(DecideCommand command, @Nullable String inPlaceOf, boolean byLead, Instant at) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                insert into proposal (invitation_id, open_for, action, reason, person, in_place_of, fingerprint,
                  proposed_at, state)
                values (:invitation, :invitation, :action, :reason, :person, :inPlaceOf, :shown, :at, 'OPEN')""")
                .param("invitation", command.invitation().value())
                .param("action", command.action().name())
                .param("reason", command.reason().text())
                .param("person", command.person())
                .param("inPlaceOf", inPlaceOf)
                .param("shown", command.shown().value())
                .param("at", time(at))
                .update(key, "id");
        invitations.markProposed(command.invitation(), command.person(), byLead);
        return find(Objects.requireNonNull(key.getKey()).longValue()).orElseThrow();
    }

    /** @return false if it had already ended */
    public boolean end(Proposal open, ProposalState state, Proposal.Answer answer) {
        boolean ended = jdbc.sql("""
                        update proposal set state = :state, open_for = null, answered_by = :by,
                          answered_in_place_of = :inPlaceOf, answer = :answer, answered_at = :at
                        where id = :id and state = 'OPEN'""")
                        .param("id", open.id())
                        .param("state", state.name())
                        .param("by", answer.person())
                        .param("inPlaceOf", answer.inPlaceOf())
                        .param("answer", answer.text())
                        .param("at", time(answer.at()))
                        .update()
                == 1;
        if (ended) {
            invitations.markProposed(open.invitation(), null, false);
        }
        return ended;
    }

    public Optional<Proposal> find(long id) {
        return known().computeIfAbsent(id, each -> jdbc.sql("select * from proposal where id = :id")
                .param("id", each)
                .query(ProposalRepository::row)
                .optional());
    }

    /** Returns the proposals that the page has read, by ID. */
    private static Map<Long, Optional<Proposal>> known() {
        return PageReads.once(ProposalRepository.class, HashMap::new);
    }

    /** Lets the page find the same proposal without another statement. */
    static Proposal known(Proposal read) {
        known().put(read.id(), Optional.of(read));
        return read;
    }

    public Optional<Proposal> openFor(InvitationId invitation) {
        return jdbc.sql("select * from proposal where open_for = :invitation")
                .param("invitation", invitation.value())
                .query(ProposalRepository::row)
                .optional();
    }

    /** Newest first. */
    public List<Proposal> of(InvitationId invitation) {
        return jdbc.sql("select * from proposal where invitation_id = :invitation order by id desc")
                .param("invitation", invitation.value())
                .query(ProposalRepository::row)
                .list();
    }

    static Proposal row(ResultSet row, int number) throws SQLException {
        return new Proposal(
                row.getLong("id"),
                new InvitationId(row.getString("invitation_id")),
                row.getString("reason"),
                row.getString("person"),
                row.getString("in_place_of"),
                new InvitationFingerprint(row.getString("fingerprint")),
                Objects.requireNonNull(instant(row, "proposed_at")),
                ProposalState.valueOf(row.getString("state")),
                answer(row));
    }

    private static Proposal.@Nullable Answer answer(ResultSet row) throws SQLException {
        Instant at = instant(row, "answered_at");
        return at == null
                ? null
                : new Proposal.Answer(
                        row.getString("answered_by"),
                        row.getString("answered_in_place_of"),
                        row.getString("answer"),
                        at);
    }
}
