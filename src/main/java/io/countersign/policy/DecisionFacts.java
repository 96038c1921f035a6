package io.countersign.policy;

import io.countersign.invitation.Invitation;
import io.countersign.invitation.InvitationFingerprint;
import io.countersign.team.ReviewerContext;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the rule about deciding looks at, all read inside the deciding transaction.
 *
 * @param decider whether the person, as the database knows them now, may decide at all
 * @param connected whether the invitation's source is connected
 * @param standing whether it is theirs, and whose turn it is
 * @param unclearSince when the invitation's open decision became unclear; null where none is unclear
 * @param shown what the person saw when they decided; null where nobody decides yet
 * @param approval who takes part in the decision is
 */
public record DecisionFacts(
        Invitation invitation,
        boolean decider,
        boolean connected,
        ReviewerContext standing,
        @Nullable Instant unclearSince,
        @Nullable InvitationFingerprint shown,
        ApprovalContext approval) {

    boolean changed() {
        return shown != null && !shown.equals(now());
    }

    InvitationFingerprint now() {
        return InvitationFingerprint.of(invitation.listed());
    }

    /** An admin who breaks the glass needs no team. */
    boolean theirs() {
        return approval.breakGlass() || standing.decides();
    }

    /** Whose right the person uses, where their own is not enough; null where it is. */
    public @Nullable String inPlaceOf() {
        boolean asLead = approval.proposed() != null && approval.needs() == RequiredApprovals.LEAD;
        return asLead ? standing.inPlaceOf() : standing.decidesInPlaceOf();
    }

    /** A claim of the one who proposed keeps nobody from confirming. */
    boolean keptByAnother() {
        return standing.keptByAnother()
                && !approval.breakGlass()
                && !approval.proposedBy(
                        standing.claim() == null ? "" : standing.claim().person());
    }
}
