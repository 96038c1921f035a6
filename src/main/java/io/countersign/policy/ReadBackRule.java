package io.countersign.policy;

import io.countersign.connection.InvitationAction;
import io.countersign.connection.InvitationId;
import io.countersign.connection.ListedInvitation;
import io.countersign.connection.ResourceVisibility;
import io.countersign.connection.ResourceVisibility.NotVisible;
import io.countersign.connection.ResourceVisibility.Visible;

/** Judges the effect of a confirmed decision by what the recipient's account shows. */
public final class ReadBackRule {

    private ReadBackRule() {}

    public static Effect judge(InvitationAction invitationAction, ListedInvitation decided, ResourceVisibility shown) {
        if (shown instanceof Visible visible) {
            return visible(invitationAction, decided.id(), visible);
        }
        // what is shared with one IAM user may be visible to that user only, so its absence proves nothing
        if (shown instanceof NotVisible && decided.user() == null) {
            return invitationAction == InvitationAction.ACCEPT ? Effect.CONTRARY : Effect.IN_EFFECT;
        }
        return Effect.UNREAD;
    }

    private static Effect visible(InvitationAction invitationAction, InvitationId id, Visible visible) {
        if (!visible.cameBy(id)) {
            return Effect.OTHERWISE;
        }
        return invitationAction == InvitationAction.ACCEPT ? Effect.IN_EFFECT : Effect.CONTRARY;
    }
}
