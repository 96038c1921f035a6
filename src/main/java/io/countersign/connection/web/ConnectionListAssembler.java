package io.countersign.connection.web;

import io.countersign.connection.AccountHealth;
import io.countersign.connection.AccountId;
import io.countersign.connection.registry.ConfiguredConnections;
import io.countersign.connection.registry.StoredConnection;
import io.countersign.connection.registry.StoredConnectionRepository;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Assembles the list of connections: first the configured ones, then those added here. */
@Component
public class ConnectionListAssembler {

    private final ConfiguredConnections configured;
    private final StoredConnectionRepository stored;

    ConnectionListAssembler(ConfiguredConnections configured, StoredConnectionRepository stored) {
        this.configured = configured;
        this.stored = stored;
    }

    /**
     * @param text part of a name, an account ID or a Region; empty for all
     * @param known the poll health of the connected accounts
     */
    public List<ConnectionRowView> find(String text, Map<AccountId, AccountHealth> known) {
        return Stream.concat(
                        configured.all().stream()
                                .map(each ->
                                        ConnectionRowView.of(each, "CONFIGURATION", false, known.get(each.account()))),
                        stored.all().stream().map(each -> row(each, known)))
                .filter(row -> row.holds(text))
                .toList();
    }

    private ConnectionRowView row(StoredConnection each, Map<AccountId, AccountHealth> known) {
        boolean hidden = configured.find(each.account()).isPresent();
        return ConnectionRowView.of(
                each.connection(),
                hidden ? "HIDDEN" : "HERE",
                each.paused(),
                hidden || each.paused() ? null : known.get(each.account()));
    }
}
