package io.countersign.connection.api;

import io.countersign.connection.InvitationAction;
import io.countersign.connection.InvitationId;
import io.countersign.connection.ResourceType;
import io.countersign.connection.Source;
import java.util.function.Consumer;

/** The two AWS operations of a recipient. Failures of AWS or the network are returned, not thrown. */
public interface ShareInvitations {

    /** Reads all pages of one type in one source. */
    ListOutcome list(Source source, ResourceType type);

    /**
     * Accepts or rejects, with the user as session name if a role is assumed. Sends at most one request; never retries.
     *
     * @param beforeSend receives the identity of the call right before the request is sent; if it throws, nothing is
     *     sent
     */
    UpdateOutcome update(
            Source source,
            InvitationId id,
            InvitationAction invitationAction,
            DecisionSessionName decisionSessionName,
            Consumer<CallIdentity> beforeSend);
}
