package io.countersign.decision.persistence;

import static io.countersign.invitation.InvitationColumns.time;

import io.countersign.connection.InvitationId;
import io.countersign.decision.DecideCommand;
import io.countersign.decision.Decision;
import io.countersign.decision.DecisionState;
import io.countersign.http.PageReads;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.InvitationColumns;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Stores and reads decisions. {@link DecisionTransitionRepository} changes their state. */
@Repository
public class DecisionRepository {

    private static final String INTEND = """
            insert into decision (%s, action, reason, person, decided_at, state, listed_at, held_until, sent_at, next_at,
              proposal_id, break_glass, leaves, batch_id, in_place_of)
            values (%s, :action, :reason, :person, :at, :state, :listedAt, :heldUntil, :sentAt, :nextAt,
              :proposal, :breakGlass, :leaves, :batch, :inPlaceOf)""".formatted(InvitationColumns.NAMES, InvitationColumns.PARAMETERS);

    private static final String SELECT =
            "select d.*, p.person as proposed_by from decision d left join proposal p on p.id = d.proposal_id";

    private final JdbcClient jdbc;

    DecisionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Stores an intent.
     *
     * @param listedAt the time of the fresh listing
     * @param heldUntil the end of the hold in state HELD; null for state SENDING
     * @param inPlaceOf the delegator whose right the user needs; null if their own right is enough
     */
    public Decision intend(
            DecideCommand command,
            Invitation reviewed,
            Instant listedAt,
            @Nullable Instant heldUntil,
            Instant at,
            @Nullable String inPlaceOf) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        boolean held = heldUntil != null;
        jdbc.sql(INTEND)
                .params(InvitationColumns.parameters(reviewed.source(), reviewed.listed()))
                .param("action", command.action().name())
                .param("reason", command.reason().text())
                .param("person", command.person())
                .param("at", time(at))
                .param("state", (held ? DecisionState.HELD : DecisionState.SENDING).name())
                .param("proposal", command.proposal())
                .param("breakGlass", command.breakGlass())
                .param("leaves", command.leaving())
                .param("listedAt", time(listedAt))
                .param("heldUntil", time(heldUntil))
                .param("sentAt", held ? null : time(at))
                .param("batch", command.batch())
                .param("nextAt", time(held ? heldUntil : at.plus(DecisionState.SEND_TIMEOUT)))
                .param("inPlaceOf", inPlaceOf)
                .update(key, "id");
        return find(Objects.requireNonNull(key.getKey()).longValue()).orElseThrow();
    }

    private record DecisionOf(long id) {}

    public Optional<Decision> find(long id) {
        return PageReads.once(new DecisionOf(id), () -> jdbc.sql(SELECT + " where d.id = :id")
                .param("id", id)
                .query((row, number) -> DecisionRow.read(row))
                .optional());
    }

    /** The decisions of a batch that can still be withdrawn. */
    public List<Decision> heldOf(long batch) {
        return jdbc.sql(SELECT + " where d.batch_id = :batch and d.state = 'HELD' order by d.id")
                .param("batch", batch)
                .query((row, number) -> DecisionRow.read(row))
                .list();
    }

    public boolean has(long batch, InvitationId invitation) {
        return jdbc.sql("select count(*) from decision where batch_id = :batch and invitation_id = :invitation")
                        .param("batch", batch)
                        .param("invitation", invitation.value())
                        .query(Integer.class)
                        .single()
                == 1;
    }

    /** Newest first. */
    public List<Decision> of(InvitationId invitation) {
        return jdbc.sql(SELECT + " where d.invitation_id = :invitation order by d.id desc")
                .param("invitation", invitation.value())
                .query((row, number) -> DecisionRow.read(row))
                .list();
    }
}
