package io.countersign.connection.role;

import io.countersign.connection.AccountId;
import io.countersign.connection.Connection;
import io.countersign.connection.aws.AwsClients;
import io.countersign.connection.aws.SdkErrorMapper;
import io.countersign.connection.credential.BaseCredentials;
import io.countersign.connection.registry.HubProperties;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Determines the identity with which Countersign calls a connected account, from the configuration or from STS. */
@Component
class TrustedPrincipalResolver {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Logger log = LoggerFactory.getLogger(TrustedPrincipalResolver.class);

    private final HubProperties configured;
    private final AwsClients clients;
    private final BaseCredentials own;
    private final Map<AccountId, String> accountIds = new ConcurrentHashMap<>();

    TrustedPrincipalResolver(HubProperties configured, AwsClients clients, BaseCredentials own) {
        this.configured = configured;
        this.clients = clients;
        this.own = own;
    }

    TrustedPrincipal of(Connection connection) {
        if (configured.hubRoleArn() != null) {
            return new TrustedPrincipal(configured.hubRoleArn(), TrustedPrincipal.Known.CONFIGURED);
        }
        if (configured.hubAccountId() != null) {
            return TrustedPrincipal.account(
                    connection.partition(), configured.hubAccountId(), TrustedPrincipal.Known.CONFIGURED);
        }
        return ask(connection)
                .map(account -> TrustedPrincipal.account(connection.partition(), account, TrustedPrincipal.Known.ASKED))
                .orElseGet(() -> TrustedPrincipal.account(
                        connection.partition(), TrustedPrincipal.PLACEHOLDER, TrustedPrincipal.Known.NOT_KNOWN));
    }

    /** Caches responses, but not failures, so that the next page retries. */
    private Optional<String> ask(Connection connection) {
        String cached = accountIds.get(connection.account());
        if (cached != null) {
            return Optional.of(cached);
        }
        try {
            String account = new AccountId(clients.readingSts(connection.home())
                            .getCallerIdentity(request -> request.overrideConfiguration(call ->
                                    call.credentialsProvider(own.of(connection)).apiCallTimeout(PATIENCE)))
                            .account())
                    .value();
            accountIds.put(connection.account(), account);
            return Optional.of(account);
        } catch (RuntimeException failed) {
            log.debug(
                    "{}: STS did not return the caller identity: {}", connection.account(), SdkErrorMapper.of(failed));
            return Optional.empty();
        }
    }
}
