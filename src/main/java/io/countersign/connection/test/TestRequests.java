package io.countersign.connection.test;

import io.countersign.connection.AwsFailure;
import io.countersign.connection.Connection;
import io.countersign.connection.Region;
import io.countersign.connection.ResourceType;
import io.countersign.connection.aws.AwsClients;
import io.countersign.connection.aws.CallDeadline;
import io.countersign.connection.aws.SdkErrorMapper;
import io.countersign.connection.credential.BaseCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;
import software.amazon.awssdk.services.wellarchitected.model.ShareInvitationAction;

/** The requests to AWS of one connection test. None of them changes anything. */
final class TestRequests {

    /**
     * A well-formed ID of no invitation. The test rejects it, so that no access could be granted even if it existed.
     */
    private static final String NO_INVITATION = "0".repeat(32);

    private final AwsClients clients;
    private final BaseCredentials own;
    private final Connection connection;
    private final CallDeadline callDeadline;

    TestRequests(AwsClients clients, BaseCredentials own, Connection connection, CallDeadline callDeadline) {
        this.clients = clients;
        this.own = own;
        this.connection = connection;
        this.callDeadline = callDeadline;
    }

    TestStepResult identify() {
        GetCallerIdentityResponse caller = clients.decidingSts(
                        connection.regions().get(0))
                .getCallerIdentity(request -> request.overrideConfiguration(
                        call -> call.credentialsProvider(own.of(connection)).apiCallTimeout(callDeadline.remaining())));
        boolean direct = connection.roleArn() == null || connection.decidingRoleArn() == null;
        if (direct && !connection.account().value().equals(caller.account())) {
            return new TestStepResult.Failed("connection.test.fix.WRONG_ACCOUNT", caller.arn());
        }
        return new TestStepResult.Passed(caller.arn());
    }

    TestStepResult list(Region region, AwsCredentialsProvider reader) {
        clients.reading(region).listShareInvitations(request -> request.shareResourceType(ResourceType.WORKLOAD.value())
                .maxResults(1)
                .overrideConfiguration(
                        call -> call.credentialsProvider(reader).apiCallTimeout(callDeadline.remaining())));
        return new TestStepResult.Passed(null);
    }

    TestStepResult readBack(Region region, AwsCredentialsProvider reader) {
        return new ReadBackRequests(clients.reading(region), connection, region, reader, callDeadline).run();
    }

    /**
     * AWS checks the permission before it looks up the invitation, so "not found" proves the permission to decide.
     */
    TestStepResult decide(Region region, AwsCredentials decider) {
        try {
            clients.deciding(region).updateShareInvitation(request -> request.shareInvitationId(NO_INVITATION)
                    .shareInvitationAction(ShareInvitationAction.REJECT)
                    .overrideConfiguration(call -> call.credentialsProvider(StaticCredentialsProvider.create(decider))
                            .apiCallTimeout(callDeadline.remaining())));
            return new TestStepResult.Unsure("connection.test.decide.unsure", null);
        } catch (RuntimeException thrown) {
            AwsFailure awsFailure = SdkErrorMapper.of(thrown);
            return switch (awsFailure.kind()) {
                case NOT_FOUND -> new TestStepResult.Passed(awsFailure.code());
                case INVALID, CONFLICT ->
                    new TestStepResult.Unsure(
                            "connection.test.decide.unsure", awsFailure.code() + ": " + awsFailure.message());
                default -> TroubleshootingHints.failed(TestStep.Kind.DECIDE, awsFailure);
            };
        }
    }
}
