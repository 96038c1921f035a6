package io.countersign.identity.account;

import io.countersign.identity.Role;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores users who exist only in the database, beside those of the configuration. */
@Repository
public class LocalPersonRepository {

    private final JdbcClient jdbc;
    private final InstantSource clock;

    LocalPersonRepository(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public boolean anyoneCanSignIn() {
        return jdbc.sql("select exists (select 1 from person where enabled)")
                .query(Boolean.class)
                .single();
    }

    /** Adds a user, or enables the row of a user who was removed from the configuration. */
    public void add(String name, String passwordHash, Set<Role> roles) {
        jdbc.sql("""
                        insert into person (name, password_hash, roles, enabled, changed_at, origin)
                        values (:name, :hash, :roles, true, :now, 'LOCAL')
                        on conflict (name) do update set password_hash = excluded.password_hash, roles = excluded.roles,
                            enabled = true, changed_at = excluded.changed_at, origin = 'LOCAL'""")
                .param("name", name)
                .param("hash", passwordHash)
                .param("roles", ConfiguredPeopleRepository.text(roles))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
