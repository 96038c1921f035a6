package io.countersign.invitation.queue;

import io.countersign.invitation.CappedCount;
import io.countersign.invitation.Invitation;
import java.util.List;

/**
 * A row of the queue: an invitation, or all that share the same resource.
 *
 * @param members the first of them in the order of the queue; the row shows the first one
 * @param together the number of invitations that share the resource
 */
public record QueueRow(List<Invitation> members, CappedCount together) {

    static QueueRow of(Invitation invitation) {
        return new QueueRow(List.of(invitation), new CappedCount(1));
    }

    public Invitation first() {
        return members.get(0);
    }
}
