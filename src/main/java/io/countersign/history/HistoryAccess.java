package io.countersign.history;

import io.countersign.audit.StoredAuditEntry;
import io.countersign.audit.entry.EntryVisibility;
import io.countersign.connection.InvitationId;
import io.countersign.identity.NotYours;
import io.countersign.invitation.Invitations;
import io.countersign.invitation.Scope;
import io.countersign.team.ReviewerAccess;
import java.util.List;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

/** Decides which part of the audit log a person may read. */
@Component
class HistoryAccess {

    private final Invitations invitations;
    private final ReviewerAccess teamwork;
    private final MessageSourceAccessor messages;

    HistoryAccess(Invitations invitations, ReviewerAccess teamwork, MessageSource messages) {
        this.invitations = invitations;
        this.teamwork = teamwork;
        this.messages = new MessageSourceAccessor(messages);
    }

    /** @throws NotYours if the entries are about an invitation of other teams */
    void admit(List<StoredAuditEntry> entries, String person) {
        entries.stream()
                .map(entry -> entry.subject().invitationId())
                .filter(Objects::nonNull)
                .distinct()
                .flatMap(id -> invitations.find(new InvitationId(id)).stream())
                .forEach(invitation -> teamwork.admit(invitation, person));
    }

    static EntryVisibility visibility(Scope scope) {
        return new EntryVisibility(scope.seen(), scope.parameters());
    }

    boolean all(String person) {
        return teamwork.scope(person).everything();
    }

    /** @throws NotYours if the person may not see the whole log, because a part proves nothing */
    void admitToAll(String person) {
        if (!all(person)) {
            throw new NotYours(messages.getMessage("history.not-all"));
        }
    }
}
