package io.countersign.owner;

import java.time.InstantSource;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Owners for tests of other packages. */
public final class TestOwners {

    private TestOwners() {}

    /** Those of the address book alone. */
    public static Owners on(DataSource dataSource, InstantSource clock) {
        return new Owners(new AddressBook(JdbcClient.create(dataSource), clock), account -> Optional.empty());
    }
}
