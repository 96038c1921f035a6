package io.countersign.identity.account;

import io.countersign.http.PageReads;
import io.countersign.identity.Person;
import io.countersign.identity.PersonName;
import io.countersign.identity.PersonRepository;
import io.countersign.identity.Role;
import io.countersign.identity.UserDirectory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the users. */
@Repository
public class JdbcPersonRepository implements PersonRepository, UserDirectory {

    private static final Object ENABLED = new Object();

    private final JdbcClient jdbc;

    public JdbcPersonRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Person> find(String name) {
        return known().computeIfAbsent(name, each -> find(each, ""));
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

    @Override
    public Set<String> namesakes(String name) {
        List<Enabled> all = read();
        Enabled self = all.stream()
                .filter(each -> each.person().name().equals(name))
                .findFirst()
                .orElseGet(() -> new Enabled(new Person(name, Set.of(), false), List.of(), false));
        return all.stream()
                .filter(each -> each != self && each.mayBe(self))
                .map(each -> each.person().name())
                .collect(Collectors.toSet());
    }

    private Stream<Person> enabled() {
        List<Enabled> enabled = read();
        enabled.forEach(each -> known().put(each.person().name(), Optional.of(each.person())));
        return enabled.stream().map(Enabled::person);
    }

    private List<Enabled> read() {
        return PageReads.once(ENABLED, () -> jdbc.sql(
                        "select name, roles, enabled, coalesce(aliases, ''), origin = 'PROVIDER' from person where enabled order by name_key")
                .query((row, number) -> new Enabled(
                        person(row, number), row.getString(4).lines().toList(), row.getBoolean(5)))
                .list());
    }

    private record Enabled(Person person, List<String> aliases, boolean provided) {

        boolean mayBe(Enabled other) {
            return (provided || other.provided)
                    && names().anyMatch(
                                    name -> other.names().anyMatch(each -> PersonName.looksLikeBeforeAt(name, each)));
        }

        private Stream<String> names() {
            return Stream.concat(Stream.of(person.name()), aliases.stream());
        }
    }

    /** Returns the users whom the page has read, by name. */
    private static Map<String, Optional<Person>> known() {
        return PageReads.once(JdbcPersonRepository.class, HashMap::new);
    }

    static Person person(ResultSet row, int number) throws SQLException {
        return new Person(row.getString(1), roles(row.getString(2)), row.getBoolean(3));
    }

    public Optional<String> passwordHash(String name) {
        return jdbc.sql("select password_hash from person where name = :name and enabled")
                .param("name", name)
                .query(String.class)
                .optional();
    }

    private static Set<Role> roles(String text) {
        return Arrays.stream(text.split(","))
                // a user whom an identity provider no longer confirms has none
                .filter(role -> !role.isEmpty())
                .map(Role::valueOf)
                .collect(Collectors.toSet());
    }
}
