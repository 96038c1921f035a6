package io.countersign.connection;

import java.util.List;
import java.util.Optional;

/** The AWS accounts that Countersign is connected to. */
public interface Connections {

    /** In the order in which they were configured. */
    List<Connection> all();

    default Optional<Connection> find(AccountId account) {
        return all().stream().filter(c -> c.account().equals(account)).findFirst();
    }

    default boolean contains(Source source) {
        return find(source).isPresent();
    }

    /** Returns empty if the account is not connected in that Region. */
    default Optional<Connection> find(Source source) {
        return find(source.account()).filter(connection -> connection.regions().contains(source.region()));
    }

    default List<Source> sources() {
        return all().stream().flatMap(c -> c.sources().stream()).toList();
    }
}
