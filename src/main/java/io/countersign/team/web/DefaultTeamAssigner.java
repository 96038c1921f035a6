package io.countersign.team.web;

import io.countersign.audit.AuditEntry;
import io.countersign.connection.AccountId;
import io.countersign.connection.AccountTeams;
import io.countersign.team.TeamProperties;
import io.countersign.team.access.TeamlessAccounts;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Assigns accounts without a team to the default team at the start, because the configuration connects accounts without a form. */
@Component
class DefaultTeamAssigner {

    private static final Logger log = LoggerFactory.getLogger(DefaultTeamAssigner.class);

    private final AccountTeams teams;
    private final TeamlessAccounts teamless;
    private final TeamProperties properties;

    DefaultTeamAssigner(AccountTeams teams, TeamlessAccounts teamless, TeamProperties properties) {
        this.teams = teams;
        this.teamless = teamless;
        this.properties = properties;
    }

    @Order
    @EventListener(ApplicationReadyEvent.class)
    void assign() {
        if (properties.defaultTeam() == null) {
            return;
        }
        Set<AccountId> accounts = teamless.regions().keySet();
        teams.byDefault()
                .ifPresentOrElse(
                        team -> assign(accounts, team.id()),
                        () -> log.warn(
                                "countersign.team.default-team: there is no team {}; no team receives new accounts",
                                properties.defaultTeam()));
    }

    private void assign(Set<AccountId> accounts, String team) {
        if (!accounts.isEmpty()) {
            teams.assign(accounts, team, AuditEntry.SYSTEM);
        }
    }
}
