package io.countersign.history;

import io.countersign.connection.InvitationId;
import io.countersign.identity.NotYours;
import io.countersign.invitation.Invitations;
import io.countersign.team.ReviewerAccess;
import java.util.List;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

/** How far into the record somebody may read, where more than the list is asked for. */
@Component
class Reach {

    private final Invitations invitations;
    private final ReviewerAccess teamwork;
    private final MessageSourceAccessor messages;

    Reach(Invitations invitations, ReviewerAccess teamwork, MessageSource messages) {
        this.invitations = invitations;
        this.teamwork = teamwork;
        this.messages = new MessageSourceAccessor(messages);
    }

    /** @throws NotYours if they are about an invitation that others look after */
    void admit(List<Entry> entries, String person) {
        entries.stream()
                .map(entry -> entry.subject().invitationId())
                .filter(Objects::nonNull)
                .distinct()
                .flatMap(id -> invitations.find(new InvitationId(id)).stream())
                .forEach(invitation -> teamwork.admit(invitation, person));
    }

    boolean all(String person) {
        return teamwork.scope(person).everything();
    }

    /** @throws NotYours if the person sees a part alone: a record that is not whole proves nothing */
    void admitToAll(String person) {
        if (!all(person)) {
            throw new NotYours(messages.getMessage("history.not-all"));
        }
    }
}
