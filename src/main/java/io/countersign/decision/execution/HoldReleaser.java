package io.countersign.decision.execution;

import io.countersign.connection.InvitationAction;
import io.countersign.decision.Decision;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.InvitationRepository;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sends a held decision at the end of its hold, if nothing has changed since it was made. */
@Component
class HoldReleaser {

    private final HoldService holds;
    private final FreshListing freshListing;
    private final DecisionExecutor executor;
    private final InvitationRepository invitationRepository;

    HoldReleaser(
            HoldService holds,
            FreshListing freshListing,
            DecisionExecutor executor,
            InvitationRepository invitationRepository) {
        this.holds = holds;
        this.freshListing = freshListing;
        this.executor = executor;
        this.invitationRepository = invitationRepository;
    }

    void release(Decision held) {
        if (held.action() == InvitationAction.REJECT) {
            release(held, null);
            return;
        }
        Invitation invitation = invitationRepository.find(held.reviewed().id()).orElseThrow();
        FreshListing.Result listing = freshListing.of(invitation);
        if (listing.verdict().allowed()) {
            release(held, listing.began());
        } else {
            holds.stop(held, DecisionExecutor.stopped(listing.verdict(), listing.failure()));
            freshListing.conclude(invitation, listing);
        }
    }

    private void release(Decision held, @Nullable Instant listedAt) {
        holds.release(held, listedAt).ifPresent(executor::sendAndStoreOutcome);
    }
}
