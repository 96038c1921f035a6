package io.countersign.team.web;

import io.countersign.audit.AuditEntry;
import io.countersign.connection.AccountId;
import io.countersign.connection.Region;
import io.countersign.team.Team;
import io.countersign.team.TeamRole;
import io.countersign.team.persistence.TeamRepository;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Creates the two teams of the demo: one for all accounts and one for one Region of an account. */
@Component
@ConditionalOnBooleanProperty("countersign.demo")
class DemoTeamSeeder {

    private static final List<String> ACCOUNTS =
            List.of("111122223333", "222233334444", "333344445555", "444455556666");

    private final TeamRepository teamRepository;
    private final TeamService teamService;

    DemoTeamSeeder(TeamRepository teamRepository, TeamService teamService) {
        this.teamRepository = teamRepository;
        this.teamService = teamService;
    }

    @EventListener(ApplicationReadyEvent.class)
    void once() {
        if (!teamRepository.any()) {
            teamService.add(platform(), AuditEntry.SYSTEM);
            teamService.add(retail(), AuditEntry.SYSTEM);
        }
    }

    private static Team platform() {
        Map<AccountId, List<Region>> accounts = new LinkedHashMap<>();
        ACCOUNTS.forEach(account -> accounts.put(new AccountId(account), new ArrayList<>()));
        return new Team("Platform", Map.of("reviewer", TeamRole.REVIEWER, "lead", TeamRole.LEAD), accounts);
    }

    private static Team retail() {
        return new Team(
                "Retail Europe",
                Map.of("ben", TeamRole.REVIEWER, "mia", TeamRole.LEAD),
                Map.of(new AccountId(ACCOUNTS.get(0)), List.of(new Region("eu-west-1"))));
    }
}
