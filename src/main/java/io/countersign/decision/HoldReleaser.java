package io.countersign.decision;

import io.countersign.connection.Action;
import io.countersign.connection.Failure;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.Invitations;
import io.countersign.policy.ListingResult;
import io.countersign.policy.Verdict;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sends a held decision when its hold is over, if all is still as it was when the person decided. */
@Component
class HoldReleaser {

    private final HoldService held;
    private final FreshListing secondLook;
    private final DecisionExecutor sending;
    private final Invitations invitations;

    HoldReleaser(HoldService held, FreshListing secondLook, DecisionExecutor sending, Invitations invitations) {
        this.held = held;
        this.secondLook = secondLook;
        this.sending = sending;
        this.invitations = invitations;
    }

    void release(Decision decision) {
        if (decision.action() == Action.REJECT) {
            release(decision, null);
            return;
        }
        Invitation invitation = invitations.find(decision.reviewed().id()).orElseThrow();
        FreshListing.Result look = secondLook.at(invitation);
        if (look.seen() == ListingResult.LISTED) {
            release(decision, look.began());
        } else if (look.seen() == ListingResult.NOT_LISTED) {
            held.stop(decision, DecisionExecutor.stopped(Verdict.GONE));
            secondLook.conclude(invitation, look);
        } else {
            held.stop(decision, unread(look.failure()));
        }
    }

    private void release(Decision decision, @Nullable Instant listedAt) {
        held.release(decision, listedAt).ifPresent(sending::send);
    }

    private static Failure unread(@Nullable Failure failure) {
        Failure stopped = DecisionExecutor.stopped(Verdict.UNREAD);
        return failure == null
                ? stopped
                : new Failure(stopped.kind(), failure.message(), stopped.code(), failure.requestId());
    }
}
