package io.countersign.decision.web;

import io.countersign.Pages;
import io.countersign.Pages.Page;
import io.countersign.connection.InvitationId;
import io.countersign.decision.persistence.ProposalRepository;
import io.countersign.invitation.InvitationFingerprint;
import io.countersign.invitation.InvitationRepository;
import java.util.Map;

/** Submits the forms of decisions and proposals with the current fingerprint of the invitation. */
public record DecisionForms(Pages pages, InvitationRepository invitations, ProposalRepository proposals) {

    public Page decide(InvitationId invitation, String person, String action, String reason) throws Exception {
        return pages.submit("/invitations/" + invitation + "/decisions", person, decision(invitation, action, reason));
    }

    public Map<String, String> decision(InvitationId invitation, String action, String reason) {
        return Map.of("action", action, "reason", reason, "fingerprint", fingerprint(invitation));
    }

    /** @param action ACCEPT, RETURN or REJECT */
    public Page answer(InvitationId invitation, String action, String person, String reason) throws Exception {
        return pages.submit(proposal(invitation) + "/answer", person, decision(invitation, action, reason));
    }

    public Page withdraw(InvitationId invitation, String person) throws Exception {
        return pages.submit(proposal(invitation) + "/withdrawal", person, Map.of());
    }

    private String proposal(InvitationId invitation) {
        return "/proposals/" + proposals.openFor(invitation).orElseThrow().id();
    }

    public Map<String, String> fields(InvitationId invitation, String because) {
        return Map.of("because", because, "fingerprint", fingerprint(invitation));
    }

    private String fingerprint(InvitationId invitation) {
        return InvitationFingerprint.of(
                        invitations.find(invitation).orElseThrow().listed())
                .value();
    }
}
