package io.countersign.invitation.update;

import io.countersign.connection.ListedInvitation;
import io.countersign.invitation.InvitationChanged;
import io.countersign.invitation.InvitationReappeared;
import io.countersign.invitation.InvitationRemoved;
import java.util.List;

/** What a reading changed in the queue. */
public record PollChanges(
        List<ListedInvitation> added,
        List<InvitationChanged> changed,
        List<InvitationReappeared> back,
        List<InvitationRemoved> gone) {

    /** Whether anything is different from the reading before. */
    public boolean any() {
        return !(added.isEmpty() && changed.isEmpty() && back.isEmpty() && gone.isEmpty());
    }
}
