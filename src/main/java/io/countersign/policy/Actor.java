package io.countersign.policy;

import io.countersign.identity.PersonName;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A user who takes part in a decision.
 *
 * @param standsInFor the delegators whose rights the user could use
 * @param countsWith the admins who gave the user roles or a password that no second user has confirmed yet: they could
 * sign in as this user; and a user of a similar name, who may be the same human
 * @param serviceAccount whether it is a service account
 */
public record Actor(String person, Set<String> standsInFor, Set<String> countsWith, boolean serviceAccount) {

    public Actor {
        standsInFor = Set.copyOf(standsInFor);
        countsWith = Set.copyOf(countsWith);
    }

    /**
     * Returns whether one person could act as both: they are the same, or one is a delegate of the other or has an
     * account that the other gave them, or their names are similar, or a third user has such a link with both.
     */
    public boolean same(Actor other) {
        return identities().anyMatch(one -> other.identities().anyMatch(each -> PersonName.same(one, each)));
    }

    private Stream<String> identities() {
        return Stream.of(Set.of(person), standsInFor, countsWith).flatMap(Collection::stream);
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
