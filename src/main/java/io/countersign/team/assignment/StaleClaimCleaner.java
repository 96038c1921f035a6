package io.countersign.team.assignment;

import io.countersign.audit.AuditAction;
import io.countersign.audit.AuditLog;
import io.countersign.connection.InvitationId;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.InvitationRepository;
import io.countersign.team.Claim;
import io.countersign.team.TeamAuditEntries;
import io.countersign.team.access.ReviewerContextResolver;
import io.countersign.team.persistence.ClaimRepository;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** Releases the claims of users who may no longer decide the invitation, so that it does not wait for them. */
@NamedInterface("access")
@Component
public class StaleClaimCleaner {

    private final ClaimRepository claimRepository;
    private final InvitationRepository invitationRepository;
    private final ReviewerContextResolver reviewerContextResolver;
    private final AuditLog auditLog;

    StaleClaimCleaner(
            ClaimRepository claimRepository,
            InvitationRepository invitationRepository,
            ReviewerContextResolver reviewerContextResolver,
            AuditLog auditLog) {
        this.claimRepository = claimRepository;
        this.invitationRepository = invitationRepository;
        this.reviewerContextResolver = reviewerContextResolver;
        this.auditLog = auditLog;
    }

    /** @param person the user who changed a team or the roles of a user */
    public void release(String person) {
        claimRepository.all().forEach((id, claim) -> releaseIfStale(id, claim, person));
    }

    private void releaseIfStale(InvitationId id, Claim claim, String person) {
        Invitation invitation = invitationRepository.find(id).orElseThrow();
        if (invitation.pending()
                && !reviewerContextResolver.decides(claim.person(), invitation.source())
                && claimRepository.release(id, claim.person())) {
            auditLog.append(TeamAuditEntries.assignment(
                    AuditAction.RELEASE,
                    invitation,
                    person,
                    claim.person() + " → unassigned, because " + claim.person() + " can no longer decide it"));
        }
    }
}
