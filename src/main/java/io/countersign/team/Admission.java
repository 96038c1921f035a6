package io.countersign.team;

import io.countersign.connection.InvitationId;
import io.countersign.identity.NotYours;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.Invitations;
import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

/** Lets those act on an invitation who decide it. */
@Component
class Admission {

    private final Invitations invitations;
    private final ReviewerAccess teamwork;
    private final MessageSourceAccessor messages;

    Admission(Invitations invitations, ReviewerAccess teamwork, MessageSource messages) {
        this.invitations = invitations;
        this.teamwork = teamwork;
        this.messages = new MessageSourceAccessor(messages);
    }

    record Admitted(Invitation invitation, ReviewerContext standing) {}

    /**
     * @throws org.springframework.web.server.ResponseStatusException 404 if no such invitation was ever seen
     * @throws NotYours if others decide it
     */
    Admitted admit(InvitationId id, String person) {
        Invitation invitation = invitations.require(id);
        ReviewerContext standing = teamwork.admit(invitation, person);
        if (!standing.decides()) {
            throw new NotYours(messages.getMessage("team.not-a-decider"));
        }
        return new Admitted(invitation, standing);
    }
}
