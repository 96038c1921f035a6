package io.countersign.connection.web;

import io.countersign.connection.AccountId;
import io.countersign.connection.AccountTeams;
import io.countersign.connection.Connection;
import io.countersign.connection.Connections;
import io.countersign.connection.RegionFailures;
import io.countersign.connection.registry.ConfiguredConnections;
import io.countersign.connection.registry.StoredConnection;
import io.countersign.connection.registry.StoredConnectionRepository;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;

/** Assembles the pages of one connection. */
@Component
public class ConnectionPageAssembler {

    private final ConfiguredConnections configured;
    private final StoredConnectionRepository stored;
    private final Connections connections;
    private final AccountTeams teams;
    private final RegionFailures failures;

    ConnectionPageAssembler(
            ConfiguredConnections configured,
            StoredConnectionRepository stored,
            Connections connections,
            AccountTeams teams,
            RegionFailures failures) {
        this.configured = configured;
        this.stored = stored;
        this.connections = connections;
        this.teams = teams;
        this.failures = failures;
    }

    /** Shows the empty form for a new connection. */
    String form(Model model) {
        return form(ConnectionForm.empty(defaultTeam()), model);
    }

    public @Nullable String defaultTeam() {
        return teams.byDefault().map(AccountTeams.Choice::id).orElse(null);
    }

    /** Shows the form for a new connection. */
    public String form(ConnectionForm form, Model model) {
        model.addAttribute("form", form);
        addChoices(form.regions(), model);
        return "connection/form";
    }

    /** Adds the choices of Regions, of which the given are selected, and of teams. */
    public void addChoices(Collection<String> selected, Model model) {
        model.addAttribute("regions", RegionOption.all(selected));
        model.addAttribute("presets", RegionOption.presets(connections.all()));
        model.addAttribute("teams", teams.choices());
        model.addAttribute("noTeam", teams.byDefault().isEmpty());
    }

    /** Offers to select only the Regions that answered a test, if some did and some did not. */
    public static void offer(List<String> answered, List<String> tested, Model model) {
        if (!answered.isEmpty() && answered.size() < tested.size()) {
            model.addAttribute("answered", String.join(",", answered));
        }
    }

    /** Shows the form for a connection that was added here. */
    public String form(ConnectionForm form, StoredConnection now, Model model) {
        model.addAttribute("stored", ConnectionRowView.of(now.connection(), "HERE", now.paused(), null));
        model.addAttribute("changedAt", now.changedAt());
        model.addAttribute("changedBy", now.changedBy());
        model.addAttribute("failures", failures.of(now.account()));
        return form(form, model);
    }

    /** Shows the form again with the input and its errors. */
    public static void refuse(Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.BAD_REQUEST.value());
        model.addAttribute("refused", true);
    }

    /** Shows a configured connection, which is read-only. */
    public String configured(Connection connection, Model model) {
        model.addAttribute("stored", ConnectionRowView.of(connection, "CONFIGURATION", false, null));
        model.addAttribute("failures", failures.of(connection.account()));
        return "connection/configured";
    }

    public Optional<Connection> configured(AccountId account) {
        return configured.find(account);
    }

    /** Responds with 404 if there is none. */
    public StoredConnection stored(AccountId account) {
        return stored.find(account).orElseThrow(() -> none(account));
    }

    private static ResponseStatusException none(AccountId account) {
        return new ResponseStatusException(
                HttpStatus.NOT_FOUND, "There is no editable connection to account " + account + ".");
    }
}
