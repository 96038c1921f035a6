package io.countersign.policy;

import io.countersign.connection.Action;
import io.countersign.connection.InvitationId;
import io.countersign.connection.ListedInvitation;
import io.countersign.connection.Visibility;
import io.countersign.connection.Visibility.NotVisible;
import io.countersign.connection.Visibility.Visible;

/** What the recipient's account shows of a decision that AWS has confirmed. */
public final class ReadBackRule {

    private ReadBackRule() {}

    public static Effect judge(Action action, ListedInvitation decided, Visibility shown) {
        if (shown instanceof Visible visible) {
            return visible(action, decided.id(), visible);
        }
        if (shown instanceof NotVisible && !forOneUser(decided)) {
            return action == Action.ACCEPT ? Effect.CONTRARY : Effect.IN_EFFECT;
        }
        return Effect.UNREAD;
    }

    private static Effect visible(Action action, InvitationId id, Visible visible) {
        if (!visible.cameBy(id)) {
            return Effect.OTHERWISE;
        }
        return action == Action.ACCEPT ? Effect.IN_EFFECT : Effect.CONTRARY;
    }

    /** What is shared with one IAM user may be visible to that user alone, so that its absence says nothing. */
    static boolean forOneUser(ListedInvitation decided) {
        return decided.sharedWith() != null && decided.sharedWith().startsWith("arn:");
    }
}
