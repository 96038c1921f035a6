package io.countersign.decision;

import io.countersign.invitation.Invitation;
import io.countersign.invitation.QueueFilter;
import io.countersign.invitation.Siblings;
import io.countersign.owner.OwnerPast;
import io.countersign.owner.Owners;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What stands beside the facts of an invitation: its owner, and the reasons that leads offer. */
@Component
class ReviewAsides {

    private final Owners owners;
    private final OwnerPast past;
    private final Siblings siblings;
    private final ReasonTemplates templates;

    ReviewAsides(Owners owners, OwnerPast past, Siblings siblings, ReasonTemplates templates) {
        this.owners = owners;
        this.past = past;
        this.siblings = siblings;
        this.templates = templates;
    }

    void fill(Model model, Invitation invitation, QueueFilter filter) {
        String owner = invitation.listed().sharedBy();
        model.addAttribute(
                "owner",
                OwnerPanel.of(
                        owner,
                        owners.find(owner),
                        owner == null ? null : past.of(owner),
                        siblings.of(invitation, filter)));
        model.addAttribute("templates", templates.all());
        model.addAttribute("draftHref", filter.link("/invitations/" + invitation.id() + "/drafts"));
    }
}
