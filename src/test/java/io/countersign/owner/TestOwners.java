package io.countersign.owner;

import io.countersign.connection.KnownAccount;
import io.countersign.connection.KnownAccounts;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Creates {@link Owners} for tests of other packages. */
public final class TestOwners {

    /** Knows no account. */
    public static final KnownAccounts NOBODY = new KnownAccounts() {
        @Override
        public Optional<KnownAccount> find(String accountId) {
            return Optional.empty();
        }

        @Override
        public Collection<KnownAccount> knownAccounts() {
            return List.of();
        }
    };

    private TestOwners() {}

    /** Uses the owner directory only. */
    public static Owners on(DataSource dataSource, InstantSource clock) {
        return on(dataSource, clock, NOBODY);
    }

    /** Uses the owner directory and other known accounts. */
    public static Owners on(DataSource dataSource, InstantSource clock, KnownAccounts elsewhere) {
        return new Owners(new OwnerRepository(JdbcClient.create(dataSource), clock), elsewhere);
    }
}
