package io.countersign.identity.account;

import io.countersign.identity.PersonName;
import io.countersign.identity.Role;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores users of identity providers, who have no password. */
@Repository
public class ProviderPersonRepository {

    private final JdbcClient jdbc;
    private final InstantSource clock;

    ProviderPersonRepository(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Waits for others who add users, and makes them wait until the transaction ends, so that names stay unique. */
    public void lockNames() {
        jdbc.sql("lock table person in share row exclusive mode").update();
    }

    /** Returns whether readers could take the name for that of another user; rows of removed users count too. */
    public boolean taken(String name) {
        return jdbc.sql("select name from person").query(String.class).list().stream()
                .anyMatch(each -> PersonName.looksLike(each, name));
    }

    /** @param aliases the names and addresses that the provider stated */
    public void add(String name, String passwordHash, Set<Role> roles, List<String> aliases) {
        jdbc.sql("""
                        insert into person (name, password_hash, roles, enabled, changed_at, origin, aliases)
                        values (:name, :hash, :roles, true, :now, 'PROVIDER', :aliases)""")
                .param("name", name)
                .param("hash", passwordHash)
                .param("roles", ConfiguredPeopleRepository.text(roles))
                .param("now", now())
                .param("aliases", String.join("\n", aliases))
                .update();
    }

    /** Gives the user the roles of the current groups. */
    public void setRoles(String name, Set<Role> roles) {
        jdbc.sql("update person set roles = :roles, changed_at = :now where name = :name and origin = 'PROVIDER'")
                .param("roles", ConfiguredPeopleRepository.text(roles))
                .param("now", now())
                .param("name", name)
                .update();
    }

    /** Disables or enables the user. The roles stay in the row. */
    public void enable(String name, boolean enabled) {
        jdbc.sql("update person set enabled = :enabled, changed_at = :now where name = :name and origin = 'PROVIDER'")
                .param("enabled", enabled)
                .param("now", now())
                .param("name", name)
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
