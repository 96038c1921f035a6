package io.countersign.connection;

import io.countersign.connection.Failure.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.wellarchitected.WellArchitectedClient;
import software.amazon.awssdk.services.wellarchitected.model.ShareInvitation;
import software.amazon.awssdk.services.wellarchitected.model.UpdateShareInvitationResponse;

/** The door to AWS by way of its SDK. */
final class AwsShareInvitations implements ShareInvitations {

    private final AwsClients clients;

    AwsShareInvitations(AwsClients clients) {
        this.clients = clients;
    }

    @Override
    public ListOutcome list(Source source, ResourceType type) {
        return clients.find(source)
                .map(pair -> new Listing(pair.reading(), type).read())
                .orElseGet(() -> new ListOutcome.Incomplete(List.of(), notConnected(source)));
    }

    @Override
    public UpdateOutcome update(Source source, InvitationId id, Action action, SentAs sentAs) {
        return clients.find(source)
                .map(pair -> send(pair.deciding(), id, action))
                .orElseGet(() -> new UpdateOutcome.Refused(notConnected(source)));
    }

    private static UpdateOutcome send(WellArchitectedClient client, InvitationId id, Action action) {
        try {
            return answered(id, client.updateShareInvitation(request -> request.shareInvitationId(id.value())
                    .shareInvitationAction(action.name())));
        } catch (RuntimeException thrown) {
            Failure failure = Failures.of(thrown);
            return Failures.changedNothing(thrown)
                    ? new UpdateOutcome.Refused(failure)
                    : new UpdateOutcome.Unclear(failure);
        }
    }

    private static UpdateOutcome answered(InvitationId id, UpdateShareInvitationResponse response) {
        @Nullable String requestId = response.responseMetadata().requestId();
        @Nullable ShareInvitation invitation = response.shareInvitation();
        if (invitation == null) {
            return badAnswer("an answer without ShareInvitation", requestId);
        }
        if (invitation.shareInvitationId() != null
                && !invitation.shareInvitationId().equals(id.value())) {
            return badAnswer("an answer about another invitation", requestId);
        }
        return new UpdateOutcome.Updated(Summaries.updated(invitation), requestId);
    }

    private static UpdateOutcome badAnswer(String message, @Nullable String requestId) {
        return new UpdateOutcome.Unclear(new Failure(Kind.BAD_ANSWER, message, null, requestId));
    }

    private static Failure notConnected(Source source) {
        return new Failure(Kind.NOT_CONNECTED, source + " is not configured", null, null);
    }
}
