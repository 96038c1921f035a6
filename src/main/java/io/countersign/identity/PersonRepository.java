package io.countersign.identity;

import java.util.Optional;

/** Everybody the desk knows, read from the database on every call: a role taken away is gone at once. */
public interface PersonRepository {

    Optional<Person> find(String name);

    /**
     * As {@link #find}, and nobody changes or disables the person before the transaction that asks has ended. Many may hold
     * a person at once, where the database can do so.
     */
    Optional<Person> findAndHold(String name);

    /** Waits for all who hold the person, and keeps everybody else from holding them until the transaction ends. */
    void holdAlone(String name);
}
