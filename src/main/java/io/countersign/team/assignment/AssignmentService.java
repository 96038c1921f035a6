package io.countersign.team.assignment;

import io.countersign.audit.AuditAction;
import io.countersign.audit.AuditLog;
import io.countersign.connection.InvitationId;
import io.countersign.identity.InvitationAccessDeniedException;
import io.countersign.invitation.Invitation;
import io.countersign.team.Claim;
import io.countersign.team.ReviewerContext;
import io.countersign.team.TeamAuditEntries;
import io.countersign.team.TeamProperties;
import io.countersign.team.access.InvitationAccessGuard;
import io.countersign.team.access.ReviewerContextResolver;
import io.countersign.team.persistence.ClaimRepository;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Claims, assigns, reassigns and releases invitations. A change and its audit entry are stored together or not at all.
 */
@NamedInterface("demo")
@Service
public class AssignmentService {

    private static final String UNASSIGNED = "";

    private final InvitationAccessGuard invitationAccessGuard;
    private final ReviewerContextResolver reviewerContextResolver;
    private final ClaimRepository claimRepository;
    private final TeamProperties times;
    private final AuditLog auditLog;
    private final MessageSourceAccessor messages;

    AssignmentService(
            InvitationAccessGuard invitationAccessGuard,
            ReviewerContextResolver reviewerContextResolver,
            ClaimRepository claimRepository,
            TeamProperties times,
            AuditLog auditLog,
            MessageSource messages) {
        this.invitationAccessGuard = invitationAccessGuard;
        this.reviewerContextResolver = reviewerContextResolver;
        this.claimRepository = claimRepository;
        this.times = times;
        this.auditLog = auditLog;
        this.messages = new MessageSourceAccessor(messages);
    }

    /** @param from the assignee from whom a lead takes the invitation over; empty for none */
    @Transactional
    public AssignmentResult claim(InvitationId id, String person, String from) {
        InvitationAccessGuard.Admitted admitted = invitationAccessGuard.admit(id, person);
        if (!from.isEmpty()) {
            requireOverrule(admitted.context(), from);
        }
        return give(admitted, AuditAction.CLAIM, person, times.claim(), from);
    }

    /** Releases the user's own claim or, for a lead, the claim of another user. */
    @Transactional
    public AssignmentResult release(InvitationId id, String person, String from) {
        InvitationAccessGuard.Admitted admitted = invitationAccessGuard.admit(id, person);
        String assignee = from.isEmpty() ? person : from;
        if (!assignee.equals(person)) {
            requireOverrule(admitted.context(), assignee);
        }
        if (!claimRepository.release(id, assignee)) {
            return AssignmentResult.MOVED_ON;
        }
        append(
                admitted,
                AuditAction.RELEASE,
                assignee + " → unassigned" + inPlaceOf(admitted.context(), !assignee.equals(person)));
        return AssignmentResult.DONE;
    }

    /** Hands an invitation over from its assignee to another user who may decide it. */
    @Transactional
    public AssignmentResult handOver(InvitationId id, String person, String to) {
        InvitationAccessGuard.Admitted admitted = invitationAccessGuard.admit(id, person);
        if (assignee(admitted.context()).filter(person::equals).isEmpty()) {
            return AssignmentResult.MOVED_ON;
        }
        return give(admitted, AuditAction.HANDOVER, to, times.assignment(), person);
    }

    /** @param from the assignee that the lead saw; empty for none */
    @Transactional
    public AssignmentResult assign(InvitationId id, String person, String to, String from) {
        InvitationAccessGuard.Admitted admitted = invitationAccessGuard.admit(id, person);
        requireLead(admitted.context());
        return give(admitted, AuditAction.ASSIGN, to, times.assignment(), from);
    }

    private AssignmentResult give(
            InvitationAccessGuard.Admitted admitted, AuditAction action, String typedName, Duration time, String from) {
        Invitation invitation = admitted.invitation();
        if (!invitation.pending() || invitation.reserved()) {
            return AssignmentResult.NOT_PENDING;
        }
        String to =
                reviewerContextResolver.decider(typedName, invitation.source()).orElse(null);
        if (to == null) {
            return AssignmentResult.NOT_A_COLLEAGUE;
        }
        String before = assignee(admitted.context()).orElse(UNASSIGNED);
        Optional<Instant> until =
                claimRepository.give(invitation.id(), to, admitted.context().person(), time, from);
        until.ifPresent(end -> append(
                admitted,
                action,
                (before.isEmpty() ? "free" : before) + " → " + to + ", until " + end.truncatedTo(ChronoUnit.SECONDS)
                        + inPlaceOf(
                                admitted.context(),
                                action == AuditAction.ASSIGN || action == AuditAction.CLAIM && !from.isEmpty())));
        return until.isPresent() ? AssignmentResult.DONE : AssignmentResult.MOVED_ON;
    }

    /** Leads may replace every assignee; other users may replace only those they act for. */
    private void requireOverrule(ReviewerContext context, String assignee) {
        if (!assignee.equals(context.inPlaceOf())) {
            requireLead(context);
        }
    }

    private static String inPlaceOf(ReviewerContext context, boolean asLead) {
        return asLead && context.inPlaceOf() != null ? ", on behalf of " + context.inPlaceOf() : "";
    }

    private void requireLead(ReviewerContext context) {
        if (!context.leads()) {
            throw new InvitationAccessDeniedException(messages.getMessage("team.not-a-lead"));
        }
    }

    private static Optional<String> assignee(ReviewerContext context) {
        Claim claim = context.claim();
        return claim == null ? Optional.empty() : Optional.of(claim.person());
    }

    private void append(InvitationAccessGuard.Admitted admitted, AuditAction action, String change) {
        auditLog.append(TeamAuditEntries.assignment(
                action, admitted.invitation(), admitted.context().person(), change));
    }
}
