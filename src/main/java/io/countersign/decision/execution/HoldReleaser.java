package io.countersign.decision.execution;

import io.countersign.decision.Decision;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.InvitationRepository;
import org.springframework.stereotype.Component;

/** Sends a held decision at the end of its hold, if nothing has changed since it was made. */
@Component
class HoldReleaser {

    private final HoldService holds;
    private final ListingCheck listingCheck;
    private final DecisionExecutor executor;
    private final InvitationRepository invitationRepository;

    HoldReleaser(
            HoldService holds,
            ListingCheck listingCheck,
            DecisionExecutor executor,
            InvitationRepository invitationRepository) {
        this.holds = holds;
        this.listingCheck = listingCheck;
        this.executor = executor;
        this.invitationRepository = invitationRepository;
    }

    void release(Decision held) {
        Invitation invitation = invitationRepository.find(held.reviewed().id()).orElseThrow();
        ListingCheck.Result listing = listingCheck.check(invitation, held.action(), held.leaving());
        if (listing.verdict().allowed()) {
            holds.release(held, listing.began()).ifPresent(executor::sendAndStoreOutcome);
        } else {
            holds.stop(held, DecisionExecutor.stopped(listing.verdict(), listing.failure()));
            listingCheck.conclude(invitation, listing);
        }
    }
}
