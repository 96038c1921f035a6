package io.countersign.policy;

import io.countersign.identity.PersonName;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A user who takes part in a decision.
 *
 * @param standsInFor the delegators whose rights the user could use
 * @param serviceAccount whether it is a service account
 */
public record Actor(String person, Set<String> standsInFor, boolean serviceAccount) {

    public Actor {
        standsInFor = Set.copyOf(standsInFor);
    }

    /**
     * Returns whether both could act for one person: one is a delegate of the other, or both are delegates of a third
     * user.
     */
    boolean same(Actor other) {
        return represents(other.person) || other.standsInFor.stream().anyMatch(this::represents);
    }

    private boolean represents(String name) {
        return Stream.concat(Stream.of(person), standsInFor.stream()).anyMatch(each -> PersonName.same(each, name));
    }
}
