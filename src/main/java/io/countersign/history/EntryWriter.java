package io.countersign.history;

import io.countersign.batch.BatchMoved;
import io.countersign.connection.ConnectionChanged;
import io.countersign.connection.Failure;
import io.countersign.connection.OrganizationListed;
import io.countersign.decision.BreakGlassUsed;
import io.countersign.decision.Decision;
import io.countersign.decision.DecisionIntended;
import io.countersign.decision.DecisionRefused;
import io.countersign.decision.DecisionSeen;
import io.countersign.decision.DecisionSettled;
import io.countersign.decision.DecisionState;
import io.countersign.decision.DecisionStopped;
import io.countersign.decision.DecisionWithdrawn;
import io.countersign.decision.EffectObservation;
import io.countersign.decision.InvitationViewed;
import io.countersign.decision.ProposalMoved;
import io.countersign.decision.ReasonsChanged;
import io.countersign.identity.AccessRefused;
import io.countersign.identity.SignInRefused;
import io.countersign.identity.SignedIn;
import io.countersign.identity.SignedInAgain;
import io.countersign.identity.SignedOut;
import io.countersign.invitation.Conclusion;
import io.countersign.invitation.GoneCause;
import io.countersign.invitation.InvitationBack;
import io.countersign.invitation.InvitationChanged;
import io.countersign.invitation.InvitationExpiring;
import io.countersign.invitation.InvitationGone;
import io.countersign.invitation.InvitationSeen;
import io.countersign.owner.OwnerChanged;
import io.countersign.policy.Effect;
import io.countersign.sync.ReadFailed;
import io.countersign.sync.ReadRecovered;
import io.countersign.team.DelegationChanged;
import io.countersign.team.TeamChanged;
import io.countersign.team.TurnMoved;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Writes down what the other modules tell. It runs in the publisher's thread and transaction, and lets every failure
 * through: what cannot be recorded does not happen.
 */
@Component
class EntryWriter {

    private static final String NO_NAME = "(no name)";

    private final Entries entries;

    EntryWriter(Entries entries) {
        this.entries = entries;
    }

    @EventListener
    void on(SignedIn event) {
        entries.append(NewEntry.by(event.person(), EntryAction.SIGN_IN, EntryOutcome.DONE));
    }

    @EventListener
    void on(SignedInAgain event) {
        entries.append(NewEntry.by(event.person(), EntryAction.SIGN_IN, EntryOutcome.DONE)
                .saying("password confirmed"));
    }

    @EventListener
    void on(SignedOut event) {
        entries.append(NewEntry.by(event.person(), EntryAction.SIGN_OUT, EntryOutcome.DONE));
    }

    @EventListener
    void on(SignInRefused event) {
        String typed = event.name().isBlank() ? NO_NAME : event.name();
        entries.append(
                NewEntry.by(typed, EntryAction.SIGN_IN, EntryOutcome.REFUSED).saying(event.why()));
    }

    @EventListener
    void on(AccessRefused event) {
        entries.append(NewEntry.by(event.person(), EntryAction.OPEN, EntryOutcome.REFUSED)
                .saying(event.method() + " " + event.path()));
    }

    @EventListener
    void on(ReadFailed event) {
        entries.append(NewEntry.by(NewEntry.SYSTEM, EntryAction.READ, EntryOutcome.FAILED)
                .about(Subject.of(event.source()))
                .saying(words(event.failure()))
                .requestId(event.failure().requestId()));
    }

    @EventListener
    void on(ReadRecovered event) {
        entries.append(NewEntry.by(NewEntry.SYSTEM, EntryAction.READ, EntryOutcome.RECOVERED)
                .about(Subject.of(event.source())));
    }

    @EventListener
    void on(InvitationSeen event) {
        entries.append(NewEntry.by(NewEntry.SYSTEM, EntryAction.READ, EntryOutcome.SEEN)
                .about(Subject.of(event.source(), event.listed(), null)));
    }

    /** Once per person and invitation in a while: a page that is loaded again shows nothing new. */
    @EventListener
    void on(InvitationViewed event) {
        Subject about = Subject.of(event.source(), event.shown(), null);
        if (!entries.justSaid(event.person(), EntryAction.OPEN, about)) {
            entries.append(NewEntry.by(event.person(), EntryAction.OPEN, EntryOutcome.DONE)
                    .about(about));
        }
    }

    @EventListener
    void on(InvitationChanged event) {
        entries.append(NewEntry.by(NewEntry.SYSTEM, EntryAction.READ, EntryOutcome.CHANGED)
                .about(Subject.of(event.source(), event.after(), null))
                .saying(Difference.between(event.before(), event.after())));
    }

    @EventListener
    void on(InvitationGone event) {
        Conclusion conclusion = event.conclusion();
        EntryOutcome outcome = conclusion.cause() == GoneCause.EXPIRED ? EntryOutcome.EXPIRED : EntryOutcome.GONE;
        entries.append(NewEntry.by(NewEntry.SYSTEM, EntryAction.READ, outcome)
                .about(Subject.of(event.source(), event.last(), null))
                .saying(conclusion.cause() + " (" + conclusion.confidence() + "): " + conclusion.evidence()));
    }

    @EventListener
    void on(InvitationBack event) {
        entries.append(NewEntry.by(NewEntry.SYSTEM, EntryAction.READ, EntryOutcome.BACK)
                .about(Subject.of(event.source(), event.listed(), null)));
    }

    @EventListener
    void on(InvitationExpiring event) {
        entries.append(NewEntry.by(NewEntry.SYSTEM, EntryAction.WAIT, EntryOutcome.WARNED)
                .about(Subject.of(event.source(), event.listed(), null))
                .saying("at most " + event.deadline().hours() + " hours left, expires by "
                        + event.expiresBy().truncatedTo(ChronoUnit.SECONDS) + " at the latest"));
    }

    @EventListener
    void on(ReasonsChanged event) {
        entries.append(NewEntry.by(event.person(), EntryAction.REASONS, EntryOutcome.DONE)
                .saying(event.text()));
    }

    @EventListener
    void on(OwnerChanged event) {
        entries.append(NewEntry.by(event.person(), EntryAction.ADDRESS, EntryOutcome.DONE)
                .about(Subject.ofOwner(event.account()))
                .saying(event.text()));
    }

    @EventListener
    void on(ConnectionChanged event) {
        entries.append(NewEntry.by(event.person(), EntryAction.CONNECT, EntryOutcome.DONE)
                .about(Subject.of(event.account()))
                .saying(event.text()));
    }

    @EventListener
    void on(OrganizationListed event) {
        entries.append(NewEntry.by(event.person(), EntryAction.CONNECT, EntryOutcome.DONE)
                .saying("AWS Organizations: " + event.accounts() + " accounts listed, " + event.renamed()
                        + " connections renamed"));
    }

    @EventListener
    void on(TeamChanged event) {
        event.texts()
                .forEach(text -> entries.append(NewEntry.by(event.person(), EntryAction.TEAM, EntryOutcome.DONE)
                        .saying(text)));
    }

    @EventListener
    void on(DelegationChanged event) {
        entries.append(NewEntry.by(event.by(), EntryAction.DELEGATE, EntryOutcome.DONE)
                .because(event.delegation().reason())
                .saying(event.text()));
    }

    @EventListener
    void on(TurnMoved event) {
        entries.append(
                NewEntry.by(event.person(), EntryAction.valueOf(event.move().name()), EntryOutcome.DONE)
                        .about(Subject.of(event.source(), event.invitation(), null))
                        .because(event.said())
                        .saying(event.words()));
    }

    @EventListener
    void on(BatchMoved event) {
        entries.append(NewEntry.by(event.person(), EntryAction.BATCH, EntryOutcome.DONE)
                .because(event.reason())
                .saying(event.text()));
    }

    @EventListener
    void on(ProposalMoved event) {
        entries.append(SecondPersonEntries.of(event));
    }

    @EventListener
    void on(BreakGlassUsed event) {
        SecondPersonEntries.of(event).forEach(entries::append);
    }

    @EventListener
    void on(DecisionIntended event) {
        Long batch = event.decision().batch();
        entries.append(entry(event.decision()).saying(batch == null ? null : "batch " + batch));
    }

    @EventListener
    void on(DecisionSettled event) {
        entries.append(entry(event.decision()));
    }

    @EventListener
    void on(DecisionSeen event) {
        Decision decision = event.decision();
        EffectObservation saw = Objects.requireNonNull(decision.lifecycle().observation());
        entries.append(about(NewEntry.by(NewEntry.SYSTEM, EntryAction.CHECK, outcome(decision, saw.effect())), decision)
                .saying(saw.effect() + ": " + saw.text()));
    }

    @EventListener
    void on(DecisionStopped event) {
        Decision decision = event.decision();
        entries.append(
                about(NewEntry.by(NewEntry.SYSTEM, EntryAction.of(decision.action()), EntryOutcome.FAILED), decision)
                        .saying(words(decision.failure())));
    }

    @EventListener
    void on(DecisionWithdrawn event) {
        Decision decision = event.decision();
        entries.append(
                about(NewEntry.by(event.by(), EntryAction.of(decision.action()), EntryOutcome.WITHDRAWN), decision)
                        .saying(inPlaceOf(event.inPlaceOf())));
    }

    @EventListener
    void on(DecisionRefused event) {
        entries.append(NewEntry.by(event.person(), EntryAction.of(event.action()), EntryOutcome.REFUSED)
                .about(Subject.of(event.source(), event.reviewed(), null))
                .because(event.reason())
                .saying(event.why()));
    }

    private static NewEntry entry(Decision decision) {
        return about(
                        NewEntry.by(
                                decision.person(),
                                EntryAction.of(decision.action()),
                                EntryOutcome.of(decision.state())),
                        decision)
                .saying(lines(
                        inPlaceOf(decision.inPlaceOf()),
                        SecondPersonEntries.words(decision.approval(), words(decision.failure()))))
                .requestId(decision.requestId());
    }

    private static NewEntry about(NewEntry entry, Decision decision) {
        return entry.about(Subject.of(decision.source(), decision.reviewed(), decision.id()))
                .because(decision.reason());
    }

    /** What a read of AWS made of a decision, or what it showed of one that AWS had confirmed. */
    private static EntryOutcome outcome(Decision decision, Effect effect) {
        if (decision.state() != DecisionState.CONFIRMED || decision.returned() == null) {
            return EntryOutcome.of(decision.state());
        }
        return switch (effect) {
            case IN_EFFECT -> EntryOutcome.IN_EFFECT;
            case CONTRARY -> EntryOutcome.MISMATCH;
            default -> EntryOutcome.UNKNOWN;
        };
    }

    private static @Nullable String inPlaceOf(@Nullable String other) {
        return other == null ? null : "on behalf of " + other;
    }

    private static @Nullable String lines(@Nullable String first, @Nullable String second) {
        if (first == null) {
            return second;
        }
        return second == null ? first : first + "\n" + second;
    }

    private static @Nullable String words(@Nullable Failure failure) {
        if (failure == null) {
            return null;
        }
        return (failure.code() == null ? failure.kind().name() : failure.code()) + ": " + failure.message();
    }
}
