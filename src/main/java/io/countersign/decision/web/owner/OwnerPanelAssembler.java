package io.countersign.decision.web.owner;

import io.countersign.decision.persistence.ReviewRepository;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.queue.QueueFilter;
import io.countersign.invitation.view.RelatedInvitations;
import io.countersign.owner.Owners;
import io.countersign.owner.PendingOwnerChanges;
import java.util.List;
import org.springframework.stereotype.Component;

/** Assembles the panel about the owner of an invitation. */
@Component
public class OwnerPanelAssembler {

    private final Owners owners;
    private final RelatedInvitations relatedInvitations;
    private final PendingOwnerChanges pending;

    OwnerPanelAssembler(Owners owners, RelatedInvitations relatedInvitations, PendingOwnerChanges pending) {
        this.owners = owners;
        this.relatedInvitations = relatedInvitations;
        this.pending = pending;
    }

    /** @param related other invitations to the same resource */
    public OwnerPanel assemble(
            Invitation invitation, ReviewRepository.Past past, List<Invitation> related, QueueFilter filter) {
        String owner = invitation.listed().sharedBy();
        return OwnerPanel.of(
                owner,
                owners.find(owner),
                owner == null ? null : pending.stillTreatedAs(owner).orElse(null),
                owner == null ? null : past,
                relatedInvitations.of(invitation, related, filter));
    }
}
