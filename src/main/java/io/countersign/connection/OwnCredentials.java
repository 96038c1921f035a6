package io.countersign.connection;

import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** What the process is to AWS before it assumes any role: the keys configured for an account, or the SDK's default chain. */
final class OwnCredentials implements AutoCloseable {

    private final Map<AccountId, AwsCredentialsProvider> configured;
    private final DefaultCredentialsProvider chain =
            DefaultCredentialsProvider.builder().build();
    private final AwsCredentialsProvider fromChain = new MarkedCredentials(chain, CredentialFailures::own);

    OwnCredentials(ConnectionProperties properties) {
        configured = properties.connections().stream()
                .filter(account -> !PropertyCheck.blank(account.accessKeyId()))
                .collect(Collectors.toUnmodifiableMap(
                        account -> new AccountId(account.accountId()),
                        account -> StaticCredentialsProvider.create(
                                AwsBasicCredentials.create(account.accessKeyId(), account.secretAccessKey()))));
    }

    AwsCredentialsProvider of(Connection connection) {
        return configured.getOrDefault(connection.account(), fromChain);
    }

    /** Whatever is configured for accounts. */
    AwsCredentialsProvider ofProcess() {
        return fromChain;
    }

    @Override
    public void close() {
        chain.close();
    }
}
