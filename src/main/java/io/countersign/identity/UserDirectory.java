package io.countersign.identity;

import java.util.List;
import java.util.Set;

/** Lists users. */
public interface UserDirectory {

    /** Returns the users who may currently decide, sorted by name. */
    List<Person> deciders();

    /** Returns the names of the admins who can sign in, sorted. */
    List<String> admins();

    /**
     * Returns the other users who may be the same human as this one: one of both signs in through an identity provider, and
     * their names, or those that the provider stated, are alike without what follows the {@code @}.
     */
    default Set<String> namesakes(String name) {
        return Set.of();
    }
}
