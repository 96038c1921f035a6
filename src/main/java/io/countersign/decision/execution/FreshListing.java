package io.countersign.decision.execution;

import io.countersign.connection.AwsFailure;
import io.countersign.connection.InvitationId;
import io.countersign.connection.ListedInvitation;
import io.countersign.connection.ResourceType;
import io.countersign.connection.api.ListOutcome;
import io.countersign.connection.api.ShareInvitations;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.RemovalReason;
import io.countersign.invitation.update.InvitationUpdater;
import io.countersign.invitation.update.PollResult;
import io.countersign.policy.ListingResult;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Lists the source of an invitation again and updates that one invitation, as a poll would. */
@Component
class FreshListing {

    private final ShareInvitations shareInvitations;
    private final InvitationUpdater invitationUpdater;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    FreshListing(
            ShareInvitations shareInvitations,
            InvitationUpdater invitationUpdater,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.shareInvitations = shareInvitations;
        this.invitationUpdater = invitationUpdater;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @param failure present if UNREAD */
    record Result(
            ListingResult seen, Instant began, @Nullable AwsFailure failure) {}

    Result of(Invitation invitation) {
        Instant began = clock.instant();
        AwsFailure awsFailure = null;
        for (ResourceType type : types(invitation.listed().type())) {
            ListOutcome outcome = shareInvitations.list(invitation.source(), type);
            Optional<ListedInvitation> listed = find(outcome, invitation.id());
            if (outcome instanceof ListOutcome.Incomplete incomplete) {
                awsFailure = incomplete.failure();
            } else if (listed.isPresent()) {
                store(invitation, List.of(listed.get()), Map.of(), began);
                return new Result(ListingResult.LISTED, began, null);
            }
        }
        return new Result(awsFailure == null ? ListingResult.NOT_LISTED : ListingResult.UNREAD, began, awsFailure);
    }

    /** Removes an invitation that is no longer listed from the queue. */
    void remove(Invitation invitation, RemovalReason removal, Instant began) {
        store(invitation, List.of(), Map.of(invitation.id(), removal), began);
    }

    /** The type of the invitation; all types if its type is unknown, because AWS may list it under any of them. */
    private static List<ResourceType> types(ResourceType type) {
        return type.known() ? List.of(type) : ResourceType.KNOWN;
    }

    private static Optional<ListedInvitation> find(ListOutcome outcome, InvitationId id) {
        return outcome.seen().stream().filter(listed -> listed.id().equals(id)).findFirst();
    }

    private void store(
            Invitation invitation, List<ListedInvitation> seen, Map<InvitationId, RemovalReason> gone, Instant began) {
        transaction.executeWithoutResult(
                status -> invitationUpdater.store(new PollResult(invitation.source(), seen, gone, began, null)));
    }
}
