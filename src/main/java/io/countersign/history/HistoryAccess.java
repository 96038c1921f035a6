package io.countersign.history;

import io.countersign.audit.StoredAuditEntry;
import io.countersign.audit.entry.EntryVisibility;
import io.countersign.connection.InvitationId;
import io.countersign.identity.InvitationAccessDeniedException;
import io.countersign.invitation.InvitationRepository;
import io.countersign.invitation.VisibilityCondition;
import io.countersign.invitation.VisibilityScope;
import io.countersign.team.access.ReviewerAccess;
import java.util.List;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

/** Decides which part of the audit log a user may read. */
@Component
class HistoryAccess {

    private final InvitationRepository invitationRepository;
    private final ReviewerAccess reviewerAccess;
    private final MessageSourceAccessor messages;

    HistoryAccess(InvitationRepository invitationRepository, ReviewerAccess reviewerAccess, MessageSource messages) {
        this.invitationRepository = invitationRepository;
        this.reviewerAccess = reviewerAccess;
        this.messages = new MessageSourceAccessor(messages);
    }

    /** @throws InvitationAccessDeniedException if the entries are about an invitation of other teams */
    void admit(List<StoredAuditEntry> entries, String person) {
        entries.stream()
                .map(entry -> entry.subject().invitationId())
                .filter(Objects::nonNull)
                .distinct()
                .flatMap(id -> invitationRepository.find(new InvitationId(id)).stream())
                .forEach(invitation -> reviewerAccess.admit(invitation, person));
    }

    EntryVisibility visibility(String reader) {
        VisibilityScope visibilityScope = reviewerAccess.scope(reader);
        return new EntryVisibility(
                reader, VisibilityCondition.of(visibilityScope), VisibilityCondition.parameters(visibilityScope));
    }

    boolean all(String person) {
        return reviewerAccess.scope(person).everything();
    }

    /** @throws InvitationAccessDeniedException if the user may not see the whole log, because a part proves nothing */
    void admitToAll(String person) {
        if (!all(person)) {
            throw new InvitationAccessDeniedException(messages.getMessage("history.not-all"));
        }
    }
}
