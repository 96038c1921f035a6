package io.countersign.connection.credential;

import io.countersign.connection.AccountId;
import io.countersign.connection.Connection;
import io.countersign.connection.ConnectionProperties;
import io.countersign.connection.api.CallIdentity;
import io.countersign.connection.validation.ConnectionPropertiesValidator;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** Provides the credentials for assuming roles: the keys configured for an account, or those of the process. */
public final class BaseCredentials implements AutoCloseable {

    private final Map<AccountId, AwsCredentialsProvider> configured;
    private final DefaultCredentialsProvider chain =
            DefaultCredentialsProvider.builder().build();
    private final AwsCredentialsProvider ofProcess;
    private final boolean keysOfProcess;

    public BaseCredentials(ConnectionProperties properties) {
        this(properties, StaticKeys.NONE);
    }

    public BaseCredentials(ConnectionProperties properties, StaticKeys keys) {
        keysOfProcess = keys.isConfigured();
        ofProcess = keys.isConfigured()
                ? keys.credentials()
                : new TaggedCredentialsProvider(chain, CredentialErrorMapper::own);
        configured = properties.connections().stream()
                .filter(account -> !ConnectionPropertiesValidator.blank(account.accessKeyId()))
                .collect(Collectors.toUnmodifiableMap(
                        account -> new AccountId(account.accountId()),
                        account -> StaticCredentialsProvider.create(
                                AwsBasicCredentials.create(account.accessKeyId(), account.secretAccessKey()))));
    }

    /** Resolves the credentials of a call that assumes no role. */
    DecidingCredentials withoutRole(Connection connection) {
        boolean keys = configured.containsKey(connection.account()) || keysOfProcess;
        AwsCredentials credentials = of(connection).resolveCredentials();
        return new DecidingCredentials(
                credentials,
                CallIdentity.of(keys ? CallIdentity.Kind.KEYS : CallIdentity.Kind.PROCESS, credentials.accessKeyId()));
    }

    public AwsCredentialsProvider of(Connection connection) {
        return configured.getOrDefault(connection.account(), ofProcess);
    }

    /** Returns the credentials of the process, regardless of keys configured for accounts. */
    public AwsCredentialsProvider ofProcess() {
        return ofProcess;
    }

    @Override
    public void close() {
        chain.close();
    }
}
