package io.countersign.identity;

import java.util.List;

/** Lists users. */
public interface UserDirectory {

    /** Returns the users who may currently decide, sorted by name. */
    List<Person> deciders();

    /** Returns the names of the admins who can sign in, sorted. */
    List<String> admins();
}
