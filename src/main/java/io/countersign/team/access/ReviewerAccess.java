package io.countersign.team.access;

import io.countersign.connection.InvitationId;
import io.countersign.identity.InvitationAccessDeniedException;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.VisibilityScope;
import io.countersign.invitation.queue.QueueFilter;
import io.countersign.team.AssignmentView;
import io.countersign.team.Comment;
import io.countersign.team.ReviewerContext;
import io.countersign.team.persistence.ClaimRepository;
import io.countersign.team.persistence.CommentRepository;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

/** Determines what a user may see and decide, and to whom invitations are assigned. Every call reads the database. */
@Component
public class ReviewerAccess {

    private final VisibilityResolver visibility;
    private final ReviewerContextResolver reviewerContextResolver;
    private final ClaimRepository claimRepository;
    private final CommentRepository commentRepository;
    private final AssignmentPanelAssembler panels;
    private final AssignableColleagues colleagues;
    private final MessageSourceAccessor messages;

    public ReviewerAccess(
            VisibilityResolver visibility,
            ReviewerContextResolver reviewerContextResolver,
            ClaimRepository claimRepository,
            CommentRepository commentRepository,
            AssignmentPanelAssembler panels,
            AssignableColleagues colleagues,
            MessageSource messages) {
        this.visibility = visibility;
        this.reviewerContextResolver = reviewerContextResolver;
        this.claimRepository = claimRepository;
        this.commentRepository = commentRepository;
        this.panels = panels;
        this.colleagues = colleagues;
        this.messages = new MessageSourceAccessor(messages);
    }

    public VisibilityScope scope(String person) {
        return visibility.scope(person);
    }

    /** Returns the filter with what the user may see and what its assignment criteria select for the user. */
    public QueueFilter restrict(QueueFilter filter, String person) {
        return visibility.restrict(filter, person);
    }

    /**
     * Returns the names of the user and the user's teammates; empty while there is no team, because then all users
     * share views.
     */
    public Optional<Set<String>> teammates(String person) {
        return visibility.teammates(person);
    }

    public ReviewerContext context(Invitation invitation, String person) {
        return reviewerContextResolver.of(invitation, person);
    }

    /** @throws InvitationAccessDeniedException with a message for the user if the invitation is not visible */
    public ReviewerContext admit(Invitation invitation, String person) {
        ReviewerContext context = reviewerContextResolver.of(invitation, person);
        if (!context.sees()) {
            List<String> teams = context.teams();
            throw new InvitationAccessDeniedException(
                    teams.isEmpty()
                            ? messages.getMessage("team.not-yours.no-team")
                            : messages.getMessage("team.not-yours", new Object[] {String.join(", ", teams)}));
        }
        return context;
    }

    /** Returns the assignment of each invitation; unassigned invitations are missing. */
    public Map<InvitationId, AssignmentView> assignments(Collection<InvitationId> ids, String person) {
        Map<InvitationId, AssignmentView> assignments = new HashMap<>();
        claimRepository
                .assigned(ids, person)
                .forEach((id, assigned) -> assignments.put(
                        id, Objects.requireNonNull(AssignmentView.of(assigned.claim(), assigned.comment(), person))));
        return assignments;
    }

    /** Returns the users to whom a lead can assign invitations; empty if the user leads no team. */
    public List<String> assignable(String person) {
        return colleagues.of(person);
    }

    /** Returns the comments from the oldest to the newest. */
    public List<Comment> comments(InvitationId id) {
        return commentRepository.of(id);
    }

    /** Returns the assignment panel of an invitation, with links that keep the filter. */
    public AssignmentPanel panel(Invitation invitation, ReviewerContext context, QueueFilter filter) {
        return panels.of(invitation, context, filter);
    }
}
