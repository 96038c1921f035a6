package io.countersign.policy;

import java.util.Set;

/**
 * Somebody who has a part in a decision.
 *
 * @param standsInFor everybody whose rights they could use
 * @param machine whether it is a program's account
 */
public record Actor(String person, Set<String> standsInFor, boolean machine) {

    public Actor {
        standsInFor = Set.copyOf(standsInFor);
    }

    /** Whether one person may stand behind both, be it that one stands in for the other or both for the same third. */
    boolean same(Actor other) {
        return behind(other.person) || other.standsInFor.stream().anyMatch(this::behind);
    }

    private boolean behind(String name) {
        return person.equals(name) || standsInFor.contains(name);
    }
}
