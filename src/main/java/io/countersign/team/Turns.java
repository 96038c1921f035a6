package io.countersign.team;

import io.countersign.connection.InvitationId;
import io.countersign.identity.NotYours;
import io.countersign.invitation.Invitation;
import io.countersign.team.TurnMoved.Move;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes, gives and frees the turn. Each move and the entry that tells of it are stored together or not at all. */
@Service
class Turns {

    private static final String NOBODY = "";

    private final Admission admission;
    private final Standings standings;
    private final Claims claims;
    private final TeamProperties times;
    private final ApplicationEventPublisher events;
    private final MessageSourceAccessor messages;

    Turns(
            Admission admission,
            Standings standings,
            Claims claims,
            TeamProperties times,
            ApplicationEventPublisher events,
            MessageSource messages) {
        this.admission = admission;
        this.standings = standings;
        this.claims = claims;
        this.times = times;
        this.events = events;
        this.messages = new MessageSourceAccessor(messages);
    }

    /** @param from whom a lead takes it from; empty for nobody */
    @Transactional
    public TurnResult claim(InvitationId id, String person, String from) {
        Admission.Admitted admitted = admission.admit(id, person);
        if (!from.isEmpty()) {
            mustOverrule(admitted.standing(), from);
        }
        return give(admitted, Move.CLAIM, person, times.claim(), from);
    }

    /** The person's own, or for a lead somebody else's. */
    @Transactional
    public TurnResult release(InvitationId id, String person, String from) {
        Admission.Admitted admitted = admission.admit(id, person);
        String holder = from.isEmpty() ? person : from;
        if (!holder.equals(person)) {
            mustOverrule(admitted.standing(), holder);
        }
        if (!claims.release(id, holder)) {
            return TurnResult.MOVED_ON;
        }
        tell(admitted, Move.RELEASE, holder + " → unassigned" + inPlaceOf(admitted.standing(), !holder.equals(person)));
        return TurnResult.DONE;
    }

    /** From the person who has it to somebody else who may decide it. */
    @Transactional
    public TurnResult handOver(InvitationId id, String person, String to) {
        Admission.Admitted admitted = admission.admit(id, person);
        if (holder(admitted.standing()).filter(person::equals).isEmpty()) {
            return TurnResult.MOVED_ON;
        }
        return give(admitted, Move.HANDOVER, to, times.assignment(), person);
    }

    /** @param from who had it when the lead looked; empty for nobody */
    @Transactional
    public TurnResult assign(InvitationId id, String person, String to, String from) {
        Admission.Admitted admitted = admission.admit(id, person);
        mustLead(admitted.standing());
        return give(admitted, Move.ASSIGN, to, times.assignment(), from);
    }

    private TurnResult give(Admission.Admitted admitted, Move move, String to, Duration time, String from) {
        Invitation invitation = admitted.invitation();
        if (!invitation.pending() || invitation.beingSent()) {
            return TurnResult.NOT_PENDING;
        }
        if (!standings.decides(to, invitation.source())) {
            return TurnResult.NOT_A_COLLEAGUE;
        }
        String before = holder(admitted.standing()).orElse(NOBODY);
        Optional<Instant> until =
                claims.give(invitation.id(), to, admitted.standing().person(), time, from);
        until.ifPresent(end -> tell(
                admitted,
                move,
                (before.isEmpty() ? "free" : before) + " → " + to + ", until " + end.truncatedTo(ChronoUnit.SECONDS)
                        + inPlaceOf(
                                admitted.standing(), move == Move.ASSIGN || move == Move.CLAIM && !from.isEmpty())));
        return until.isPresent() ? TurnResult.DONE : TurnResult.MOVED_ON;
    }

    /** Leads overrule everybody, others only whom they stand in for. */
    private void mustOverrule(ReviewerContext standing, String holder) {
        if (!holder.equals(standing.inPlaceOf())) {
            mustLead(standing);
        }
    }

    private static String inPlaceOf(ReviewerContext standing, boolean asLead) {
        return asLead && standing.inPlaceOf() != null ? ", on behalf of " + standing.inPlaceOf() : "";
    }

    private void mustLead(ReviewerContext standing) {
        if (!standing.leads()) {
            throw new NotYours(messages.getMessage("team.not-a-lead"));
        }
    }

    private static Optional<String> holder(ReviewerContext standing) {
        Claim claim = standing.claim();
        return claim == null ? Optional.empty() : Optional.of(claim.person());
    }

    private void tell(Admission.Admitted admitted, Move move, @Nullable String words) {
        Invitation invitation = admitted.invitation();
        events.publishEvent(new TurnMoved(
                invitation.source(), invitation.listed(), admitted.standing().person(), move, words, null));
    }
}
