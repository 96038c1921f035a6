package io.countersign.identity.account;

import io.countersign.identity.PersonName;
import io.countersign.identity.Role;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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

    /** Returns the name of a user that readers could take for this one; rows of removed users count too. */
    public Optional<String> similar(String name) {
        return jdbc.sql("select name from person order by name_key, name").query(String.class).list().stream()
                .filter(each -> PersonName.looksLike(each, name))
                .findFirst();
    }

    /**
     * Adds a user.
     *
     * @param namesake a user who may be the same human; null for none. If this user has a namesake too, it is stored instead, so that all of
     *     them have the same
     */
    public void add(String name, String passwordHash, Set<Role> roles, @Nullable String namesake) {
        jdbc.sql("""
                        insert into person (name, password_hash, roles, enabled, changed_at, origin, namesake)
                        values (:name, :hash, :roles, true, :now, 'PROVIDER',
                            coalesce((select namesake from person where name = :namesake), :namesake))""")
                .param("name", name)
                .param("hash", passwordHash)
                .param("roles", ConfiguredPeopleRepository.text(roles))
                .param("now", now())
                .param("namesake", namesake)
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
