package io.countersign.identity.account;

import io.countersign.identity.Role;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
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

    /** Returns whether the setup is over. Users of a provider count if they can manage others. */
    public boolean anyoneCanSignIn() {
        return jdbc.sql(
                        "select exists (select 1 from person where enabled and (origin <> 'PROVIDER' or roles like '%ADMIN%'))")
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
                .param("now", now())
                .update();
    }

    /** Returns all users, also disabled ones and those of the configuration, sorted by name. */
    public List<StoredPerson> all() {
        return stored("order by name_key, name", "").list();
    }

    /** Finds nothing for a name with NUL, which PostgreSQL refuses. */
    public Optional<StoredPerson> find(String name) {
        return name.indexOf('\0') >= 0
                ? Optional.empty()
                : stored("where name = :name", name).optional();
    }

    private JdbcClient.MappedQuerySpec<StoredPerson> stored(String clause, String name) {
        return jdbc.sql("select name, roles, enabled, origin, password_hash = :fictional as fictional" + " from person "
                        + clause)
                .param("fictional", DemoPeople.NO_PASSWORD)
                .param("name", name)
                .query((row, number) -> new StoredPerson(
                        JdbcPersonRepository.person(row, number),
                        Origin.valueOf(row.getString("origin")),
                        row.getBoolean("fictional")));
    }

    /** Changes the roles of a user and enables the user, also one who was removed from the configuration. */
    public void setRoles(String name, Set<Role> roles) {
        update("roles = :value, enabled = true, origin = 'LOCAL'", name, ConfiguredPeopleRepository.text(roles));
    }

    public void setPasswordHash(String name, String hash) {
        update("password_hash = :value", name, hash);
    }

    /** Disables a local user. The roles stay in the row, so that an admin can enable the user again. */
    public void disable(String name) {
        update("enabled = false", name, "");
    }

    private void update(String assignment, String name, String value) {
        jdbc.sql(
                        "update person set " + assignment
                                + ", changed_at = :now where name = :name and (origin = 'LOCAL' or origin = 'CONFIGURATION' and not enabled)")
                .param("value", value)
                .param("name", name)
                .param("now", now())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
