package io.countersign.decision.web.owner;

import io.countersign.decision.persistence.DecidedOwnerRepository;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.queue.QueueFilter;
import io.countersign.invitation.view.RelatedInvitations;
import io.countersign.owner.Owners;
import io.countersign.owner.PendingOwnerChanges;
import org.springframework.stereotype.Component;

/** Assembles the panel about the owner of an invitation. */
@Component
public class OwnerPanelAssembler {

    private final Owners owners;
    private final DecidedOwnerRepository past;
    private final RelatedInvitations relatedInvitations;
    private final PendingOwnerChanges pending;

    OwnerPanelAssembler(
            Owners owners,
            DecidedOwnerRepository past,
            RelatedInvitations relatedInvitations,
            PendingOwnerChanges pending) {
        this.owners = owners;
        this.past = past;
        this.relatedInvitations = relatedInvitations;
        this.pending = pending;
    }

    /** @param filter a filter that contains the scope of the reader */
    public OwnerPanel assemble(Invitation invitation, QueueFilter filter) {
        String owner = invitation.listed().sharedBy();
        return OwnerPanel.of(
                owner,
                owners.find(owner),
                owner == null ? null : pending.stillTreatedAs().get(owner),
                owner == null ? null : past.of(owner, filter.scope()),
                relatedInvitations.of(invitation, filter));
    }
}
