package io.countersign.identity;

import java.util.List;
import java.util.Map;

/** Lists users. */
public interface UserDirectory {

    /** Returns the users who may currently decide, sorted by name. */
    List<Person> deciders();

    /** Returns the names of the admins who can sign in, sorted. */
    List<String> admins();

    /**
     * Returns for each enabled user of an identity provider who was given a name like that of another user, or another name because
     * of this, the other user: both may be the same human.
     */
    default Map<String, String> namesakes() {
        return Map.of();
    }
}
