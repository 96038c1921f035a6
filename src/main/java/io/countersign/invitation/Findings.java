package io.countersign.invitation;

import io.countersign.connection.ListedInvitation;
import java.util.List;

/** What a reading changed in the queue. */
public record Findings(
        List<ListedInvitation> added,
        List<InvitationChanged> changed,
        List<InvitationBack> back,
        List<InvitationGone> gone) {

    /** Whether anything is different from the reading before. */
    public boolean any() {
        return !(added.isEmpty() && changed.isEmpty() && back.isEmpty() && gone.isEmpty());
    }
}
