package io.countersign.team.access;

import io.countersign.connection.InvitationId;
import io.countersign.identity.InvitationAccessDeniedException;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.InvitationRepository;
import io.countersign.team.ReviewerContext;
import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

/** Admits users to an invitation that they may decide. */
@Component
public class InvitationAccessGuard {

    private final InvitationRepository invitationRepository;
    private final ReviewerAccess access;
    private final MessageSourceAccessor messages;

    InvitationAccessGuard(InvitationRepository invitationRepository, ReviewerAccess access, MessageSource messages) {
        this.invitationRepository = invitationRepository;
        this.access = access;
        this.messages = new MessageSourceAccessor(messages);
    }

    public record Admitted(Invitation invitation, ReviewerContext context) {}

    /**
     * @throws org.springframework.web.server.ResponseStatusException 404 if the invitation was never listed
     * @throws InvitationAccessDeniedException if the user may not decide it
     */
    public Admitted admit(InvitationId id, String person) {
        Invitation invitation = invitationRepository.require(id);
        ReviewerContext context = access.admit(invitation, person);
        if (!context.decides()) {
            throw new InvitationAccessDeniedException(messages.getMessage("team.not-a-decider"));
        }
        return new Admitted(invitation, context);
    }
}
