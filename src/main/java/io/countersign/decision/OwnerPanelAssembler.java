package io.countersign.decision;

import io.countersign.invitation.Invitation;
import io.countersign.invitation.QueueFilter;
import io.countersign.invitation.Siblings;
import io.countersign.owner.Owners;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What stands beside the facts of an invitation: its owner, and the reasons that leads offer. */
@Component
class OwnerPanelAssembler {

    private final Owners owners;
    private final DecidedOwners past;
    private final Siblings siblings;
    private final ReasonTemplates templates;

    OwnerPanelAssembler(Owners owners, DecidedOwners past, Siblings siblings, ReasonTemplates templates) {
        this.owners = owners;
        this.past = past;
        this.siblings = siblings;
        this.templates = templates;
    }

    /** @param filter with the scope of the reader */
    void fill(Model model, Invitation invitation, QueueFilter filter) {
        String owner = invitation.listed().sharedBy();
        model.addAttribute(
                "owner",
                OwnerPanel.of(
                        owner,
                        owners.find(owner),
                        owner != null && past.decided(List.of(owner)).isEmpty(),
                        owner == null ? null : past.of(owner, filter.scope()),
                        siblings.of(invitation, filter)));
        model.addAttribute("templates", templates.all());
        model.addAttribute("draftHref", filter.link("/invitations/" + invitation.id() + "/drafts"));
    }
}
