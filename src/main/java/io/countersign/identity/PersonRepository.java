package io.countersign.identity;

import java.util.Optional;

/** Reads users from the database on every call, so that a removed role takes effect immediately. */
public interface PersonRepository {

    /** Finds a user by the exact name, as it is stored with everything the user does. */
    Optional<Person> find(String name);

    /** Finds a user by any spelling of the name. Store only the name of the result, never the typed one. */
    Optional<Person> findTyped(String typedName);

    /**
     * Finds a user and takes a shared lock, so that the user is not changed or disabled before the transaction ends.
     */
    Optional<Person> findAndHold(String name);

    /** Takes an exclusive lock on the user until the transaction ends; waits for all shared locks. */
    void holdAlone(String name);
}
