package io.countersign.connection.credential;

import io.countersign.connection.AccountId;
import io.countersign.connection.Connection;
import io.countersign.connection.api.CallIdentity;
import io.countersign.connection.api.DecisionSessionName;
import io.countersign.connection.aws.AwsClients;
import io.countersign.connection.aws.CallDeadline;
import io.countersign.connection.aws.CredentialsUnavailableException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.AssumedRoleUser;
import software.amazon.awssdk.services.sts.model.Credentials;

/**
 * Provides credentials for connected accounts: one reader session per account, renewed before it expires, and one
 * session per decision.
 */
public final class AssumedRoleCredentials {

    /** The session name of all reads in CloudTrail of the member account. */
    static final String READING = "countersign-read";

    /** The shortest session that AWS allows; a decision needs seconds. */
    private static final Duration DECIDING = Duration.ofMinutes(15);

    /**
     * The SDK renews at a random time between this and two minutes before expiry, so that accounts do not renew
     * simultaneously.
     */
    private static final Duration RENEWED_BEFORE_END = Duration.ofMinutes(10);

    private static final Logger log = LoggerFactory.getLogger(AssumedRoleCredentials.class);

    private final AwsClients clients;
    private final BaseCredentials own;
    private final Duration readingTime;
    private final Map<AccountId, Reading> reading = new HashMap<>();

    public AssumedRoleCredentials(AwsClients clients, BaseCredentials own, Duration readingTime) {
        this.clients = clients;
        this.own = own;
        this.readingTime = readingTime;
    }

    /** Credentials and the connection they were created for; a changed role or external ID discards them. */
    private record Reading(Connection connection, AwsCredentialsProvider credentials) {}

    /** Returns the session that all Regions of an account share. */
    public synchronized AwsCredentialsProvider reading(Connection connection) {
        return reading.compute(
                        connection.account(),
                        (account, kept) -> kept != null && kept.connection().equals(connection)
                                ? kept
                                : new Reading(connection, renewing(connection)))
                .credentials();
    }

    private AwsCredentialsProvider renewing(Connection connection) {
        String role = connection.roleArn();
        if (role == null) {
            return own.of(connection);
        }
        StsAssumeRoleCredentialsProvider session = StsAssumeRoleCredentialsProvider.builder()
                .stsClient(clients.readingSts(connection.home()))
                .prefetchTime(RENEWED_BEFORE_END)
                .refreshRequest(request(connection, role, READING, readingTime, request -> {}))
                .build();
        return new TaggedCredentialsProvider(
                session, thrown -> CredentialErrorMapper.role(thrown, connection.externalId()));
    }

    /**
     * Creates a separate session, so that CloudTrail names the user and the decision.
     *
     * @throws CredentialsUnavailableException if there are no credentials by the deadline
     */
    public DecidingCredentials deciding(
            Connection connection, DecisionSessionName decisionSessionName, CallDeadline callDeadline) {
        String role = connection.decidingRoleArn();
        if (role == null) {
            return own.withoutRole(connection);
        }
        AssumeRoleRequest request =
                request(connection, role, decisionSessionName.sessionName(), DECIDING, asked -> asked.sourceIdentity(
                                decisionSessionName.sessionName())
                        .overrideConfiguration(call ->
                                call.credentialsProvider(own.of(connection)).apiCallTimeout(callDeadline.remaining())));
        return TaggedCredentialsProvider.resolve(
                () -> session(request, clients.decidingSts(connection.home()).assumeRole(request)),
                thrown -> CredentialErrorMapper.role(thrown, connection.externalId()));
    }

    private AssumeRoleRequest request(
            Connection connection,
            String role,
            String sessionName,
            Duration time,
            Consumer<AssumeRoleRequest.Builder> more) {
        log.debug("{}: {} is the session name for {}", connection.account(), sessionName, role);
        return AssumeRoleRequest.builder()
                .roleArn(role)
                .roleSessionName(sessionName)
                .durationSeconds((int) time.toSeconds())
                .externalId(connection.externalId())
                .overrideConfiguration(call -> call.credentialsProvider(own.of(connection)))
                .applyMutation(more)
                .build();
    }

    private static DecidingCredentials session(AssumeRoleRequest request, AssumeRoleResponse response) {
        @Nullable Credentials credentials = response.credentials();
        Objects.requireNonNull(credentials, "a response without credentials");
        @Nullable AssumedRoleUser user = response.assumedRoleUser();
        String caller = user == null || user.arn() == null ? request.roleArn() : user.arn();
        return new DecidingCredentials(
                AwsSessionCredentials.create(
                        credentials.accessKeyId(), credentials.secretAccessKey(), credentials.sessionToken()),
                new CallIdentity(CallIdentity.Kind.ROLE, caller, request.roleSessionName(), response.sourceIdentity()));
    }
}
