package io.countersign.invitation.update;

import io.countersign.connection.ListedInvitation;
import io.countersign.invitation.InvitationChanged;
import io.countersign.invitation.InvitationReappeared;
import io.countersign.invitation.InvitationRemoved;
import java.util.List;

/** The changes that a poll made in the queue. */
public record PollChanges(
        List<ListedInvitation> added,
        List<InvitationChanged> changed,
        List<InvitationReappeared> back,
        List<InvitationRemoved> gone) {

    /** Returns whether the poll found any change. */
    public boolean any() {
        return !(added.isEmpty() && changed.isEmpty() && back.isEmpty() && gone.isEmpty());
    }
}
