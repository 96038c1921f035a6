package io.countersign.connection;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** All connections as the list shows them: first the configured ones, then those added here. */
@Component
class ConnectionRows {

    private final ConfiguredConnections configured;
    private final StoredConnections stored;
    private final HealthReport health;

    ConnectionRows(ConfiguredConnections configured, StoredConnections stored, HealthReport health) {
        this.configured = configured;
        this.stored = stored;
        this.health = health;
    }

    /** @param text part of a name, an account id or a Region; empty for all */
    List<ConnectionRow> find(String text) {
        Map<AccountId, AccountHealth> known = health.byAccount();
        return Stream.concat(
                        configured.all().stream()
                                .map(each -> ConnectionRow.of(each, "CONFIGURATION", false, known.get(each.account()))),
                        stored.all().stream().map(each -> row(each, known)))
                .filter(row -> row.holds(text))
                .toList();
    }

    private ConnectionRow row(StoredConnection each, Map<AccountId, AccountHealth> known) {
        boolean hidden = configured.find(each.account()).isPresent();
        return ConnectionRow.of(
                each.connection(),
                hidden ? "HIDDEN" : "HERE",
                each.paused(),
                hidden || each.paused() ? null : known.get(each.account()));
    }
}
