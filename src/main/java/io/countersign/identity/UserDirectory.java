package io.countersign.identity;

import java.util.List;

/** Lists users. */
public interface UserDirectory {

    /** Returns the users who may currently decide, sorted by name. */
    List<Person> deciders();
}
