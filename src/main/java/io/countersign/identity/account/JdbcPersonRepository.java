package io.countersign.identity.account;

import io.countersign.identity.Person;
import io.countersign.identity.PersonName;
import io.countersign.identity.PersonRepository;
import io.countersign.identity.Role;
import io.countersign.identity.UserDirectory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
public class JdbcPersonRepository implements PersonRepository, UserDirectory {

    private final JdbcClient jdbc;
    private final FindByIndexNameSessionRepository<? extends Session> sessions;
    private final InstantSource clock;

    JdbcPersonRepository(
            JdbcClient jdbc, FindByIndexNameSessionRepository<? extends Session> sessions, InstantSource clock) {
        this.jdbc = jdbc;
        this.sessions = sessions;
        this.clock = clock;
    }

    @Override
    public Optional<Person> find(String name) {
        return find(name, "");
    }

    @Override
    public Optional<Person> findAndHold(String name) {
        return find(name, " for share");
    }

    @Override
    public void holdAlone(String name) {
        find(name, " for update");
    }

    /** Prefers the enabled user, because earlier versions stored a row for each spelling. */
    @Override
    public Optional<Person> findTyped(String typedName) {
        String key = PersonName.key(typedName);
        if (key.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        return jdbc.sql("select name, roles, enabled from person where name_key = :key"
                        + " order by enabled desc, changed_at desc limit 1")
                .param("key", key)
                .query(JdbcPersonRepository::person)
                .optional();
    }

    /** Finds nothing for a typed name with NUL, which PostgreSQL refuses. */
    private Optional<Person> find(String name, String lock) {
        if (name.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        return jdbc.sql("select name, roles, enabled from person where name = :name" + lock)
                .param("name", name)
                .query(JdbcPersonRepository::person)
                .optional();
    }

    @Override
    public List<Person> deciders() {
        return enabled().filter(Person::mayDecide).toList();
    }

    @Override
    public List<String> admins() {
        return enabled().filter(Person::isAdmin).map(Person::name).toList();
    }

    private Stream<Person> enabled() {
        return jdbc
                .sql("select name, roles, enabled from person where enabled order by name_key")
                .query(JdbcPersonRepository::person)
                .list()
                .stream();
    }

    private static Person person(ResultSet row, int number) throws SQLException {
        return new Person(row.getString(1), roles(row.getString(2)), row.getBoolean(3));
    }

    public Optional<String> passwordHash(String name) {
        return jdbc.sql("select password_hash from person where name = :name and enabled")
                .param("name", name)
                .query(String.class)
                .optional();
    }

    /**
     * Writes the configured users to the table and ends the sessions of changed or removed users.
     *
     * @return the users under their stored names
     */
    @Transactional
    public List<PeopleProperties.Entry> replace(Collection<PeopleProperties.Entry> configured) {
        List<PeopleProperties.Entry> people =
                configured.stream().map(this::withStoredName).toList();
        Set<String> staying = people.stream().map(PeopleProperties.Entry::name).collect(Collectors.toSet());
        enabledNames().stream().filter(name -> !staying.contains(name)).forEach(this::disable);
        people.forEach(this::store);
        return people;
    }

    /** Keeps the first spelling of a name, because decisions, claims and audit entries refer to it. */
    private PeopleProperties.Entry withStoredName(PeopleProperties.Entry entry) {
        return find(entry.name())
                .or(() -> findTyped(entry.name()))
                .map(stored -> new PeopleProperties.Entry(stored.name(), entry.password(), entry.roles()))
                .orElse(entry);
    }

    private List<String> enabledNames() {
        return jdbc.sql("select name from person where enabled")
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
        int changed = jdbc.sql("update person set password_hash = :hash, roles = :roles, enabled = true,"
                        + " changed_at = :now where name = :name"
                        + " and (password_hash <> :hash or roles <> :roles or not enabled)")
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

    private static String text(Set<Role> roles) {
        return roles.stream().sorted().map(Role::name).collect(Collectors.joining(","));
    }

    private static Set<Role> roles(String text) {
        return Arrays.stream(text.split(",")).map(Role::valueOf).collect(Collectors.toSet());
    }
}
