package io.countersign.connection;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Finds out as whom Countersign comes to a connected account: from the configuration, else by asking STS. */
@Component
class Hubs {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Logger log = LoggerFactory.getLogger(Hubs.class);

    private final HubProperties configured;
    private final AwsClients clients;
    private final OwnCredentials own;
    private final Map<AccountId, String> asked = new ConcurrentHashMap<>();

    Hubs(HubProperties configured, AwsClients clients, OwnCredentials own) {
        this.configured = configured;
        this.clients = clients;
        this.own = own;
    }

    Hub of(Connection connection) {
        if (configured.hubRoleArn() != null) {
            return new Hub(configured.hubRoleArn(), Hub.Known.CONFIGURED);
        }
        if (configured.hubAccountId() != null) {
            return Hub.account(connection.partition(), configured.hubAccountId(), Hub.Known.CONFIGURED);
        }
        return ask(connection)
                .map(account -> Hub.account(connection.partition(), account, Hub.Known.ASKED))
                .orElseGet(() -> Hub.account(connection.partition(), Hub.PLACEHOLDER, Hub.Known.NOT_KNOWN));
    }

    /** An answer is kept, a failure is not: the next page asks again. */
    private Optional<String> ask(Connection connection) {
        String kept = asked.get(connection.account());
        if (kept != null) {
            return Optional.of(kept);
        }
        try {
            String account = new AccountId(clients.readingSts(connection.home())
                            .getCallerIdentity(request -> request.overrideConfiguration(call ->
                                    call.credentialsProvider(own.of(connection)).apiCallTimeout(PATIENCE)))
                            .account())
                    .value();
            asked.put(connection.account(), account);
            return Optional.of(account);
        } catch (RuntimeException failed) {
            log.debug("{}: STS did not return the caller identity: {}", connection.account(), Failures.of(failed));
            return Optional.empty();
        }
    }
}
