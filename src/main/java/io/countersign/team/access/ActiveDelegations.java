package io.countersign.team.access;

import io.countersign.http.PageReads;
import io.countersign.team.DelegationProperties;
import io.countersign.team.persistence.DelegationRepository;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Finds the active delegations of a user. Delegation is not transitive. */
@Component
public class ActiveDelegations {

    private final DelegationRepository delegationRepository;
    private final DelegationProperties rule;
    private final InstantSource clock;

    public ActiveDelegations(
            DelegationRepository delegationRepository, DelegationProperties rule, InstantSource clock) {
        this.delegationRepository = delegationRepository;
        this.rule = rule;
        this.clock = clock;
    }

    public boolean allowed() {
        return rule.allowed();
    }

    /** Uses UTC, so that a day begins at the same time everywhere and in every season. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    public List<String> of(String delegate) {
        return allowed() ? represented().getOrDefault(delegate, List.of()) : List.of();
    }

    private Map<String, List<String>> represented() {
        return PageReads.once(ActiveDelegations.class, () -> delegationRepository.represented(today()));
    }
}
