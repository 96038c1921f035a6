package io.countersign.policy;

import io.countersign.identity.PersonName;
import java.util.List;
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
    public boolean same(Actor other) {
        return PersonName.same(person, other.person) || !sharedWith(other).isEmpty();
    }

    /** Returns the delegations through which both could act for one person. */
    List<Representation> sharedWith(Actor other) {
        return Stream.concat(towards(other), other.towards(this)).toList();
    }

    private Stream<Representation> towards(Actor other) {
        return standsInFor.stream().filter(other::represents).sorted().map(name -> new Representation(person, name));
    }

    private boolean represents(String name) {
        return Stream.concat(Stream.of(person), standsInFor.stream()).anyMatch(each -> PersonName.same(each, name));
    }
}
