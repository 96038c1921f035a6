package io.countersign.team.web;

import io.countersign.connection.AccountId;
import io.countersign.connection.AccountTeams;
import io.countersign.team.TeamProperties;
import io.countersign.team.persistence.StoredTeam;
import io.countersign.team.persistence.TeamRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Offers the stored teams to the forms that connect accounts. */
@Component
class TeamsOfAccounts implements AccountTeams {

    private final TeamRepository teamRepository;
    private final TeamService teamService;
    private final TeamProperties properties;

    TeamsOfAccounts(TeamRepository teamRepository, TeamService teamService, TeamProperties properties) {
        this.teamRepository = teamRepository;
        this.teamService = teamService;
        this.properties = properties;
    }

    @Override
    public List<Choice> choices() {
        return teamRepository.all().stream().map(TeamsOfAccounts::choice).toList();
    }

    @Override
    public Optional<Choice> byDefault() {
        String name = properties.defaultTeam();
        return name == null
                ? Optional.empty()
                : choices().stream().filter(team -> team.name().equals(name)).findFirst();
    }

    @Override
    public void assign(Collection<AccountId> accounts, String team, String person) {
        if (!teamService.addAccounts(Long.parseLong(team), accounts, person)) {
            throw new ResponseStatusException(HttpStatus.CONFLICT, "This team was removed in the meantime.");
        }
    }

    private static Choice choice(StoredTeam stored) {
        return new Choice(String.valueOf(stored.id()), stored.team().name());
    }
}
