package io.countersign.simulator.rules;

import java.util.Set;
import java.util.TreeSet;

/**
 * An AWS account.
 *
 * @param member whether it belongs to the organization
 * @param disabledRegions where it has not enabled the Region
 */
public record Account(String id, String name, State state, boolean member, Set<String> disabledRegions) {

    /** As AWS Organizations names it. */
    public enum State {
        PENDING_ACTIVATION,
        ACTIVE,
        SUSPENDED,
        PENDING_CLOSURE,
        CLOSED
    }

    public static Account named(String id, String name) {
        return new Account(id, name, State.ACTIVE, true, Set.of());
    }

    /** Files of earlier versions hold the id alone; Jackson finds this by its name. */
    public static Account valueOf(String id) {
        return named(id, "Account " + id);
    }

    public Account in(State newState) {
        return new Account(id, name, newState, member, disabledRegions);
    }

    public Account outside() {
        return new Account(id, name, state, false, disabledRegions);
    }

    Account withDisabled(Set<String> regions) {
        return new Account(id, name, state, member, new TreeSet<>(regions));
    }
}
