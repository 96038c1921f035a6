package io.countersign.sync.source;

import io.countersign.connection.AccountHealth;
import io.countersign.connection.AccountId;
import io.countersign.connection.Connection;
import io.countersign.connection.Connections;
import io.countersign.connection.Source;
import io.countersign.sync.SyncProperties;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reports the poll health of each account from the status of its sources. */
@Component
class SourceHealth {

    private final Connections connections;
    private final SourceStatusRepository statuses;
    private final SyncProperties properties;
    private final InstantSource clock;

    SourceHealth(
            Connections connections, SourceStatusRepository statuses, SyncProperties properties, InstantSource clock) {
        this.connections = connections;
        this.statuses = statuses;
        this.properties = properties;
        this.clock = clock;
    }

    /** Returns one entry for each connected account. */
    Map<AccountId, AccountHealth> byAccount() {
        Instant now = clock.instant();
        Map<Source, SourceStatus> known =
                statuses.all().stream().collect(Collectors.toMap(SourceStatus::source, Function.identity()));
        Map<AccountId, AccountHealth> health = new HashMap<>();
        connections.all().forEach(each -> health.put(each.account(), health(statuses(each, known), now)));
        return health;
    }

    private static List<SourceStatus> statuses(Connection connection, Map<Source, SourceStatus> known) {
        return connection.sources().stream()
                .map(source -> known.getOrDefault(source, SourceStatus.neverTried(source)))
                .toList();
    }

    private AccountHealth health(List<SourceStatus> sources, Instant now) {
        @Nullable
        Instant readAt = sources.stream()
                .map(SourceStatus::readAt)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
        List<SourceStatus> blind = sources.stream()
                .filter(each -> each.state(properties.recent(), now) != SourceState.READ)
                .toList();
        return new AccountHealth(
                sources.size(),
                sources.size() - blind.size(),
                readAt,
                blind.stream()
                        .map(SourceStatus::failure)
                        .filter(Objects::nonNull)
                        .map(awsFailure -> awsFailure.kind())
                        .findFirst()
                        .orElse(null));
    }
}
