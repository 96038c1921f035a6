package io.countersign.identity;

import java.util.Optional;
import java.util.Set;

/** One user, and no other. */
public record OnlyUser(String name) implements PersonRepository {

    @Override
    public Optional<Person> find(String typed) {
        return typed.equals(name) ? Optional.of(new Person(name, Set.of(Role.LEAD), true)) : Optional.empty();
    }

    @Override
    public Optional<Person> findTyped(String typed) {
        return PersonName.same(typed, name) ? find(name) : Optional.empty();
    }

    @Override
    public Optional<Person> findAndHold(String typed) {
        return find(typed);
    }

    @Override
    public void holdAlone(String typed) {}
}
