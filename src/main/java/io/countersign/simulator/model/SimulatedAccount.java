package io.countersign.simulator.model;

import java.util.Set;
import java.util.TreeSet;

/**
 * An AWS account.
 *
 * @param member whether it belongs to the organization
 * @param disabledRegions the Regions that the account has not enabled
 */
public record SimulatedAccount(String id, String name, State state, boolean member, Set<String> disabledRegions) {

    /** The states that AWS Organizations defines. */
    public enum State {
        PENDING_ACTIVATION,
        ACTIVE,
        SUSPENDED,
        PENDING_CLOSURE,
        CLOSED
    }

    public static SimulatedAccount named(String id, String name) {
        return new SimulatedAccount(id, name, State.ACTIVE, true, Set.of());
    }

    /** Reads data files of earlier versions, which contain the id only; Jackson finds this method by its name. */
    public static SimulatedAccount valueOf(String id) {
        return named(id, "Account " + id);
    }

    public SimulatedAccount in(State newState) {
        return new SimulatedAccount(id, name, newState, member, disabledRegions);
    }

    public SimulatedAccount outside() {
        return new SimulatedAccount(id, name, state, false, disabledRegions);
    }

    public SimulatedAccount withDisabled(Set<String> regions) {
        return new SimulatedAccount(id, name, state, member, new TreeSet<>(regions));
    }
}
