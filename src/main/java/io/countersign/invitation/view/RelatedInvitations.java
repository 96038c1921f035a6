package io.countersign.invitation.view;

import io.countersign.invitation.Invitation;
import io.countersign.invitation.queue.QueueFilter;
import java.util.List;
import org.springframework.stereotype.Component;

/** Describes the other invitations to the same resource. */
@Component
public class RelatedInvitations {

    private final InvitationViewAssembler views;

    RelatedInvitations(InvitationViewAssembler views) {
        this.views = views;
    }

    public List<RelatedInvitation> of(Invitation invitation, List<Invitation> related, QueueFilter filter) {
        return views.views(related, filter).stream()
                .map(view -> sibling(view, invitation))
                .toList();
    }

    private static RelatedInvitation sibling(InvitationView view, Invitation invitation) {
        InvitationView.Recipient recipient = view.recipient();
        boolean twice = recipient
                        .accountId()
                        .equals(invitation.source().account().value())
                && recipient.region().equals(invitation.source().region().value());
        return new RelatedInvitation(
                view.href(), recipient.accountName(), recipient.region(), recipient.sharedWith(), view.mark(), twice);
    }
}
