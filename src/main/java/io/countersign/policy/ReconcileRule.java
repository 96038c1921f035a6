package io.countersign.policy;

import io.countersign.connection.InvitationAction;
import io.countersign.connection.ResourceVisibility.NotVisible;
import io.countersign.connection.ResourceVisibility.Visible;

/**
 * Judges the effect of an unclear decision. It confirms or denies an effect only if the read allows no other
 * explanation. The exception is a reject, which AWS does not distinguish from a withdrawal by the owner.
 */
public final class ReconcileRule {

    private ReconcileRule() {}

    public static ReconcileVerdict judge(ReconcileFacts facts) {
        Effect effect = effect(facts);
        if (effect == Effect.IN_EFFECT && facts.action() == InvitationAction.ACCEPT) {
            return ReconcileVerdict.confirmed();
        }
        if (facts.early()) {
            return ReconcileVerdict.open(effect);
        }
        return switch (effect) {
            case IN_EFFECT -> ReconcileVerdict.confirmed();
            case PENDING, CONTRARY -> ReconcileVerdict.failed(effect);
            case ABSENT -> facts.answered() ? ReconcileVerdict.failed(effect) : ReconcileVerdict.open(effect);
            case OTHERWISE, UNREAD -> ReconcileVerdict.open(effect);
        };
    }

    private static Effect effect(ReconcileFacts facts) {
        boolean here = facts.shown() instanceof Visible visible
                && visible.cameBy(facts.decided().id());
        return switch (facts.seen()) {
            // listed and accepted at the same time: one of the two reads was outdated
            case LISTED -> here ? Effect.UNREAD : Effect.PENDING;
            case UNREAD -> here && facts.action() == InvitationAction.ACCEPT ? Effect.IN_EFFECT : Effect.UNREAD;
            case NOT_LISTED -> unlisted(facts, here);
        };
    }

    private static Effect unlisted(ReconcileFacts facts, boolean here) {
        if (here) {
            return facts.action() == InvitationAction.ACCEPT ? Effect.IN_EFFECT : Effect.CONTRARY;
        }
        if (facts.shown() instanceof NotVisible && facts.decided().user() == null) {
            return rejected(facts) ? Effect.IN_EFFECT : Effect.ABSENT;
        }
        return facts.shown() instanceof Visible ? Effect.OTHERWISE : Effect.UNREAD;
    }

    /** Absence is the effect of a reject; it proves nothing if AWS refused or the invitation may have expired. */
    private static boolean rejected(ReconcileFacts facts) {
        return facts.action() == InvitationAction.REJECT && !facts.answered() && !facts.mayHaveExpired();
    }
}
