package io.countersign.team.comment;

import io.countersign.audit.AuditLog;
import io.countersign.connection.InvitationId;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.OpenDecisionRepository;
import io.countersign.team.Comment;
import io.countersign.team.TeamAuditEntries;
import io.countersign.team.access.EligibleReviewers;
import io.countersign.team.access.InvitationAccessGuard;
import io.countersign.team.persistence.CommentRepository;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Adds comments to invitations. A mentioned user sees the invitation under the assigned ones until the mention is
 * acknowledged.
 */
@NamedInterface("demo")
@Service
public class CommentService {

    /** An equal comment of the same user within this time is the second click on the same button. */
    private static final Duration REPEATED = Duration.ofSeconds(10);

    private final InvitationAccessGuard invitationAccessGuard;
    private final OpenDecisionRepository invitations;
    private final EligibleReviewers eligibleReviewers;
    private final CommentRepository commentRepository;
    private final AuditLog auditLog;
    private final InstantSource clock;

    CommentService(
            InvitationAccessGuard invitationAccessGuard,
            OpenDecisionRepository invitations,
            EligibleReviewers eligibleReviewers,
            CommentRepository commentRepository,
            AuditLog auditLog,
            InstantSource clock) {
        this.invitationAccessGuard = invitationAccessGuard;
        this.invitations = invitations;
        this.eligibleReviewers = eligibleReviewers;
        this.commentRepository = commentRepository;
        this.auditLog = auditLog;
        this.clock = clock;
    }

    /** @throws io.countersign.identity.InvitationAccessDeniedException if the user may not decide the invitation */
    void admit(InvitationId id, String person) {
        invitationAccessGuard.admit(id, person);
    }

    /**
     * The mentioned users.
     *
     * @param unknown the mentions that match no user who may decide the invitation
     */
    public record Named(List<String> people, List<String> unknown) {}

    /** Stores the comment once if it is sent several times at once; the invitation is locked meanwhile. */
    @Transactional
    public Named say(InvitationId id, String person, String words) {
        Invitation invitation = invitationAccessGuard.admit(id, person).invitation();
        Set<String> known = eligibleReviewers.of(invitation.source()).keySet();
        List<String> named = MentionParser.in(words, known).stream()
                .filter(each -> !each.equals(person))
                .toList();
        Comment comment = new Comment(person, words, clock.instant());
        invitations.findAndHold(id);
        if (!commentRepository.contains(id, comment, comment.at().minus(REPEATED))) {
            commentRepository.add(id, comment, named);
            commentRepository.seen(id, person);
            auditLog.append(TeamAuditEntries.comment(invitation, person, named, words));
        }
        return new Named(named, List.copyOf(MentionParser.unknown(words, known)));
    }

    @Transactional
    public void seen(InvitationId id, String person) {
        invitationAccessGuard.admit(id, person);
        commentRepository.seen(id, person);
    }
}
