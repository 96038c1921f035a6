package io.countersign.team.comment;

import io.countersign.audit.AuditLog;
import io.countersign.connection.InvitationId;
import io.countersign.identity.PersonRepository;
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
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds comments to invitations. A mentioned user finds the invitation under the mentions until they mark it as seen. */
@NamedInterface("demo")
@Service
public class CommentService {

    /** An equal comment of the same user within this time is the second click on the same button. */
    private static final Duration REPEATED = Duration.ofSeconds(10);

    private final InvitationAccessGuard invitationAccessGuard;
    private final OpenDecisionRepository invitations;
    private final EligibleReviewers eligibleReviewers;
    private final PersonRepository personRepository;
    private final CommentRepository commentRepository;
    private final AuditLog auditLog;
    private final InstantSource clock;

    CommentService(
            InvitationAccessGuard invitationAccessGuard,
            OpenDecisionRepository invitations,
            EligibleReviewers eligibleReviewers,
            PersonRepository personRepository,
            CommentRepository commentRepository,
            AuditLog auditLog,
            InstantSource clock) {
        this.invitationAccessGuard = invitationAccessGuard;
        this.invitations = invitations;
        this.eligibleReviewers = eligibleReviewers;
        this.personRepository = personRepository;
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
     * @param excluded the mentioned users who may not decide the invitation
     * @param unknown the mentions that match no user
     */
    public record Named(List<String> people, List<String> excluded, List<String> unknown) {}

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
        Map<Boolean, List<String>> others = MentionParser.unknown(words, known).stream()
                .collect(Collectors.partitioningBy(
                        name -> personRepository.findTyped(name).isPresent()));
        return new Named(named, others.getOrDefault(true, List.of()), others.getOrDefault(false, List.of()));
    }

    @Transactional
    public void seen(InvitationId id, String person) {
        invitationAccessGuard.admit(id, person);
        commentRepository.seen(id, person);
    }
}
