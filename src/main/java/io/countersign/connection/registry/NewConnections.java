package io.countersign.connection.registry;

import io.countersign.connection.AccountId;
import io.countersign.connection.AccountTeams;
import io.countersign.connection.Connection;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.Errors;

/** Connects accounts and assigns them to a team, in one transaction. */
@Service
public class NewConnections {

    /** The choice of no team. */
    static final String NONE = "none";

    private final ConnectionService connections;
    private final AccountTeams teams;

    NewConnections(ConnectionService connections, AccountTeams teams) {
        this.connections = connections;
        this.teams = teams;
    }

    /** Requires the field {@code team} of a form to name a team, or to name none if there is no default. */
    public void checkTeam(@Nullable String team, Errors errors) {
        List<AccountTeams.Choice> choices = teams.choices();
        boolean none = NONE.equals(team) && teams.byDefault().isEmpty();
        if (!choices.isEmpty()
                && !none
                && choices.stream().noneMatch(choice -> choice.id().equals(team))) {
            errors.rejectValue("team", "connection.team.missing");
        }
    }

    /** Returns false if the account is already connected. */
    @Transactional
    public boolean add(Connection connection, @Nullable String team, String person) {
        boolean added = connections.add(connection, person);
        if (added) {
            assign(List.of(connection.account()), team, person);
        }
        return added;
    }

    /** Returns the number of added connections; skips accounts that are already connected. */
    @Transactional
    public int addImported(Collection<Connection> chosen, @Nullable String team, String person) {
        List<AccountId> added = connections.addImported(chosen, person).stream()
                .map(Connection::account)
                .toList();
        assign(added, team, person);
        return added.size();
    }

    private void assign(List<AccountId> accounts, @Nullable String team, String person) {
        if (!accounts.isEmpty() && !teams.choices().isEmpty() && !NONE.equals(team)) {
            teams.assign(accounts, Objects.requireNonNull(team), person);
        }
    }
}
