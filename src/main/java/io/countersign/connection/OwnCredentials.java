package io.countersign.connection;

import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** What the process is to AWS before it assumes any role: the keys configured for an account, or those of the process. */
final class OwnCredentials implements AutoCloseable {

    private final Map<AccountId, AwsCredentialsProvider> configured;
    private final DefaultCredentialsProvider chain =
            DefaultCredentialsProvider.builder().build();
    private final AwsCredentialsProvider ofProcess;

    OwnCredentials(ConnectionProperties properties) {
        this(properties, OwnKeys.NONE);
    }

    OwnCredentials(ConnectionProperties properties, OwnKeys keys) {
        ofProcess = keys.given() ? keys.credentials() : new MarkedCredentials(chain, CredentialFailures::own);
        configured = properties.connections().stream()
                .filter(account -> !PropertyCheck.blank(account.accessKeyId()))
                .collect(Collectors.toUnmodifiableMap(
                        account -> new AccountId(account.accountId()),
                        account -> StaticCredentialsProvider.create(
                                AwsBasicCredentials.create(account.accessKeyId(), account.secretAccessKey()))));
    }

    AwsCredentialsProvider of(Connection connection) {
        return configured.getOrDefault(connection.account(), ofProcess);
    }

    /** Whatever is configured for accounts. */
    AwsCredentialsProvider ofProcess() {
        return ofProcess;
    }

    @Override
    public void close() {
        chain.close();
    }
}
