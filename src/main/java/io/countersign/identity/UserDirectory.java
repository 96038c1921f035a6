package io.countersign.identity;

import java.util.List;

/** Who there is. */
public interface UserDirectory {

    /** Everybody who may decide now, by name. */
    List<Person> deciders();
}
