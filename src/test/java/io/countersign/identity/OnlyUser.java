package io.countersign.identity;

import java.util.Optional;
import java.util.Set;

/** One user, and no other; like PostgreSQL, it refuses NUL. */
public record OnlyUser(String name) implements PersonRepository {

    @Override
    public Optional<Person> find(String typed) {
        if (typed.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("NUL");
        }
        return typed.equals(name) ? Optional.of(new Person(name, Set.of(Role.LEAD), true)) : Optional.empty();
    }

    @Override
    public Optional<Person> findAndHold(String typed) {
        return find(typed);
    }

    @Override
    public void holdAlone(String typed) {}
}
