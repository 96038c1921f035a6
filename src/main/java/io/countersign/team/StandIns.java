package io.countersign.team;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.stereotype.Component;

/** Whom somebody stands in for today. Who stands in for the one who stands in for another has nothing of that other's. */
@Component
class StandIns {

    private final Delegations delegations;
    private final DelegationProperties rule;
    private final InstantSource clock;

    StandIns(Delegations delegations, DelegationProperties rule, InstantSource clock) {
        this.delegations = delegations;
        this.rule = rule;
        this.clock = clock;
    }

    boolean allowed() {
        return rule.allowed();
    }

    /** The same day everywhere, whatever the time of year. */
    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    List<String> of(String delegate) {
        return allowed() ? delegations.givers(delegate, today()) : List.of();
    }
}
