package io.countersign.connection.gateway;

import io.countersign.connection.AwsFailure;
import io.countersign.connection.AwsFailure.Kind;
import io.countersign.connection.Connection;
import io.countersign.connection.Connections;
import io.countersign.connection.InvitationAction;
import io.countersign.connection.InvitationId;
import io.countersign.connection.Region;
import io.countersign.connection.ResourceType;
import io.countersign.connection.Source;
import io.countersign.connection.api.CallIdentity;
import io.countersign.connection.api.DecisionSessionName;
import io.countersign.connection.api.ListOutcome;
import io.countersign.connection.api.ShareInvitations;
import io.countersign.connection.api.UpdateOutcome;
import io.countersign.connection.aws.AwsClients;
import io.countersign.connection.aws.CallDeadline;
import io.countersign.connection.aws.CredentialsUnavailableException;
import io.countersign.connection.aws.SdkErrorMapper;
import io.countersign.connection.aws.SdkMapper;
import io.countersign.connection.credential.AssumedRoleCredentials;
import io.countersign.connection.credential.DecidingCredentials;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.wellarchitected.model.ShareInvitation;
import software.amazon.awssdk.services.wellarchitected.model.UpdateShareInvitationRequest;
import software.amazon.awssdk.services.wellarchitected.model.UpdateShareInvitationResponse;

/** Sends the operations with the AWS SDK. */
public final class AwsShareInvitations implements ShareInvitations {

    private final Connections connections;
    private final AwsClients clients;
    private final AssumedRoleCredentials roles;
    private final Duration decisionTimeout;

    public AwsShareInvitations(
            Connections connections, AwsClients clients, AssumedRoleCredentials roles, Duration decisionTimeout) {
        this.connections = connections;
        this.clients = clients;
        this.roles = roles;
        this.decisionTimeout = decisionTimeout;
    }

    @Override
    public ListOutcome list(Source source, ResourceType type) {
        return connections
                .find(source)
                .map(connection ->
                        new InvitationPager(clients.reading(source.region()), roles.reading(connection), type).read())
                .orElseGet(() -> new ListOutcome.Incomplete(List.of(), SdkErrorMapper.notConnected(source)));
    }

    @Override
    public UpdateOutcome update(
            Source source,
            InvitationId id,
            InvitationAction invitationAction,
            DecisionSessionName decisionSessionName,
            Consumer<CallIdentity> beforeSend) {
        return connections
                .find(source)
                .map(connection ->
                        update(connection, source.region(), id, invitationAction, decisionSessionName, beforeSend))
                .orElseGet(() -> new UpdateOutcome.Refused(SdkErrorMapper.notConnected(source)));
    }

    private UpdateOutcome update(
            Connection connection,
            Region region,
            InvitationId id,
            InvitationAction invitationAction,
            DecisionSessionName decisionSessionName,
            Consumer<CallIdentity> beforeSend) {
        CallDeadline callDeadline = CallDeadline.in(decisionTimeout);
        try {
            DecidingCredentials decider = roles.deciding(connection, decisionSessionName, callDeadline);
            if (callDeadline.isExpired()) {
                return tooLate();
            }
            beforeSend.accept(decider.identity());
            return send(region, request(id, invitationAction, decider.credentials(), callDeadline));
        } catch (CredentialsUnavailableException unavailable) {
            return new UpdateOutcome.Refused(unavailable.failure());
        }
    }

    private static UpdateShareInvitationRequest request(
            InvitationId id, InvitationAction invitationAction, AwsCredentials credentials, CallDeadline callDeadline) {
        return UpdateShareInvitationRequest.builder()
                .shareInvitationId(id.value())
                .shareInvitationAction(invitationAction.name())
                .overrideConfiguration(call -> call.credentialsProvider(StaticCredentialsProvider.create(credentials))
                        .apiCallTimeout(callDeadline.remaining()))
                .build();
    }

    private UpdateOutcome send(Region region, UpdateShareInvitationRequest request) {
        try {
            return answered(
                    request.shareInvitationId(), clients.deciding(region).updateShareInvitation(request));
        } catch (RuntimeException thrown) {
            AwsFailure awsFailure = SdkErrorMapper.of(thrown);
            return SdkErrorMapper.changedNothing(thrown)
                    ? new UpdateOutcome.Refused(awsFailure)
                    : new UpdateOutcome.Unclear(awsFailure);
        }
    }

    private static UpdateOutcome answered(String id, UpdateShareInvitationResponse response) {
        @Nullable String requestId = response.responseMetadata().requestId();
        @Nullable ShareInvitation invitation = response.shareInvitation();
        if (invitation == null) {
            return badAnswer("a response without ShareInvitation", requestId);
        }
        if (invitation.shareInvitationId() != null
                && !invitation.shareInvitationId().equals(id)) {
            return badAnswer("a response about another invitation", requestId);
        }
        return new UpdateOutcome.Updated(SdkMapper.updated(invitation), requestId);
    }

    private static UpdateOutcome badAnswer(String message, @Nullable String requestId) {
        return new UpdateOutcome.Unclear(new AwsFailure(Kind.BAD_ANSWER, message, null, requestId));
    }

    private static UpdateOutcome tooLate() {
        return new UpdateOutcome.Refused(
                new AwsFailure(Kind.CREDENTIALS_UNAVAILABLE, "credentials arrived too late to decide", null, null));
    }
}
