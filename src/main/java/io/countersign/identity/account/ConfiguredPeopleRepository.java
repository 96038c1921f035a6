package io.countersign.identity.account;

import io.countersign.identity.PersonRepository;
import io.countersign.identity.Role;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Stores the users of the configuration. */
@Repository
public class ConfiguredPeopleRepository {

    private final JdbcClient jdbc;
    private final PersonRepository people;
    private final FindByIndexNameSessionRepository<? extends Session> sessions;
    private final InstantSource clock;

    ConfiguredPeopleRepository(
            JdbcClient jdbc,
            PersonRepository people,
            FindByIndexNameSessionRepository<? extends Session> sessions,
            InstantSource clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * Writes the configured users to the table and ends the sessions of changed or removed users. A configured user replaces a
     * local one of the same name.
     *
     * @return the users under their stored names
     */
    @Transactional
    public List<PeopleProperties.Entry> replace(Collection<PeopleProperties.Entry> configured) {
        List<PeopleProperties.Entry> entries =
                configured.stream().map(this::withStoredName).toList();
        Set<String> staying = entries.stream().map(PeopleProperties.Entry::name).collect(Collectors.toSet());
        enabledNames().stream().filter(name -> !staying.contains(name)).forEach(this::disable);
        entries.forEach(this::store);
        return entries;
    }

    /** Keeps the first spelling of a name, because decisions, claims and audit entries refer to it. */
    private PeopleProperties.Entry withStoredName(PeopleProperties.Entry entry) {
        return people.find(entry.name())
                .or(() -> people.findTyped(entry.name()))
                .map(stored -> new PeopleProperties.Entry(stored.name(), entry.password(), entry.roles()))
                .orElse(entry);
    }

    private List<String> enabledNames() {
        return jdbc.sql("select name from person where enabled and origin = 'CONFIGURATION'")
                .query(String.class)
                .list();
    }

    private void disable(String name) {
        jdbc.sql("update person set enabled = false, changed_at = :now where name = :name")
                .param("now", now())
                .param("name", name)
                .update();
        endSessions(name);
    }

    private void store(PeopleProperties.Entry entry) {
        // two replicas may start at the same time; the second insert has no effect
        jdbc.sql("insert into person (name, password_hash, roles, enabled, changed_at)"
                        + " values (:name, :hash, :roles, true, :now) on conflict do nothing")
                .params(values(entry))
                .update();
        // of a local user, whom the configured one replaces
        jdbc.sql("delete from passkey using person where person.name = passkey.person and person.name = :name"
                        + " and person.origin <> 'CONFIGURATION'")
                .param("name", entry.name())
                .update();
        int changed = jdbc.sql(
                        "update person set password_hash = :hash, roles = :roles, enabled = true,"
                                + " origin = 'CONFIGURATION', changed_at = :now where name = :name"
                                + " and (password_hash <> :hash or roles <> :roles or not enabled or origin <> 'CONFIGURATION')")
                .params(values(entry))
                .update();
        if (changed > 0) {
            endSessions(entry.name());
        }
    }

    private Map<String, ?> values(PeopleProperties.Entry entry) {
        return Map.of("name", entry.name(), "hash", entry.password(), "roles", text(entry.roles()), "now", now());
    }

    private void endSessions(String name) {
        sessions.findByPrincipalName(name).keySet().forEach(sessions::deleteById);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    static String text(Set<Role> roles) {
        return roles.stream().sorted().map(Role::name).collect(Collectors.joining(","));
    }
}
