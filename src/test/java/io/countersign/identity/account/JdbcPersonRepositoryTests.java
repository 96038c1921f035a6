package io.countersign.identity.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.TestDatabase;
import io.countersign.identity.Person;
import io.countersign.identity.Role;
import io.countersign.identity.TestClock;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

class JdbcPersonRepositoryTests {

    static final PeopleProperties.Entry ANN =
            new PeopleProperties.Entry("ann", "{argon2}ann", Set.of(Role.REVIEWER, Role.LEAD));
    static final PeopleProperties.Entry BOB = new PeopleProperties.Entry("bob", "{argon2}bob", Set.of(Role.AUDITOR));

    DataSource dataSource;
    JdbcClient jdbc;
    JdbcPersonRepository people;
    ConfiguredPeopleRepository configured;

    @BeforeEach
    void create() {
        dataSource = TestDatabase.migrated();
        jdbc = JdbcClient.create(dataSource);
        people = new JdbcPersonRepository(jdbc);
        configured = new ConfiguredPeopleRepository(
                jdbc,
                people,
                new JdbcIndexedSessionRepository(new JdbcTemplate(dataSource), transaction()),
                new TestClock());
    }

    @Test
    void findsNobodyForANameWithNul() {
        assertThat(people.find("lead\0")).isEmpty();
        assertThat(people.findAndHold("\0")).isEmpty();
    }

    @Test
    void findsConfiguredUsers() {
        configured.replace(List.of(ANN, BOB));
        assertThat(people.find("ann")).contains(new Person("ann", Set.of(Role.LEAD, Role.REVIEWER), true));
        assertThat(people.passwordHash("bob")).contains("{argon2}bob");
        assertThat(people.find("eve")).isEmpty();
    }

    @Test
    void keepsTheSetupOpenForUsersOfAProviderWhoCannotManageOthers() {
        LocalPersonRepository local = new LocalPersonRepository(jdbc, new TestClock());
        ProviderPersonRepository provided = new ProviderPersonRepository(jdbc, new TestClock());
        provided.add("ann", "{argon2}x", Set.of(Role.REVIEWER), List.of());
        assertThat(local.anyoneCanSignIn()).isFalse();
        provided.setRoles("ann", Set.of(Role.REVIEWER, Role.ADMIN));
        assertThat(local.anyoneCanSignIn()).isTrue();
        provided.enable("ann", false);
        assertThat(local.anyoneCanSignIn()).isFalse();
    }

    @Test
    void findsAUserByAnySpellingOfTheName() {
        configured.replace(
                List.of(new PeopleProperties.Entry("Ana.O'Hara+desk@Example.com", "{argon2}x", ANN.roles())));
        assertThat(people.findTyped(" ANA.O'HARA+DESK@EXAMPLE.COM"))
                .map(Person::name)
                .contains("Ana.O'Hara+desk@Example.com");
        assertThat(people.find("ana.o'hara+desk@example.com")).isEmpty();
        assertThat(people.findTyped("ana.o'hara+desk@example.com\0")).isEmpty();
    }

    @Test
    void findsUsersWhoMayBeTheSameHumanIfOneSignsInThroughAProvider() {
        configured.replace(List.of(ANN, BOB, named("kim@a.example"), named("kim@b.example"), named("ANN@example.com")));
        assertThat(people.namesakes("ann")).isEmpty();
        assertThat(people.namesakes("kim@a.example")).isEmpty();
        jdbc.sql("update person set origin = 'PROVIDER' where name = 'ANN@example.com'")
                .update();
        jdbc.sql("update person set aliases = E'x\\nBOB@c.example', origin = 'PROVIDER' where name = 'kim@a.example'")
                .update();
        assertThat(people.namesakes("ann")).containsExactly("ANN@example.com");
        assertThat(people.namesakes("ANN@example.com")).containsExactly("ann");
        assertThat(people.namesakes("kim@a.example")).containsExactlyInAnyOrder("bob", "kim@b.example");
        assertThat(people.namesakes("bob")).containsExactly("kim@a.example");
    }

    private static PeopleProperties.Entry named(String name) {
        return new PeopleProperties.Entry(name, ANN.password(), ANN.roles());
    }

    @Test
    void keepsTheFirstSpellingOfAName() {
        configured.replace(List.of(ANN, BOB));
        session("ann");
        assertThat(configured.replace(List.of(new PeopleProperties.Entry("Ann", ANN.password(), ANN.roles()), BOB)))
                .containsExactly(ANN, BOB);
        assertThat(people.findTyped("Ann")).map(Person::name).contains("ann");
        assertThat(sessions()).containsExactly("ann");
        assertThat(jdbc.sql("select count(*) from person").query(Integer.class).single())
                .isEqualTo(2);

        configured.replace(List.of(BOB));
        configured.replace(List.of(new PeopleProperties.Entry("ANN", ANN.password(), ANN.roles())));
        assertThat(people.find("ann")).map(Person::enabled).contains(true);
    }

    @Test
    void keepsALocalUserUntilTheConfigurationHasTheName() {
        new LocalPersonRepository(jdbc, new TestClock()).add("ann", "{argon2}local", Set.of(Role.ADMIN));
        configured.replace(List.of(BOB));
        assertThat(people.find("ann")).map(Person::roles).contains(Set.of(Role.ADMIN));

        configured.replace(List.of(ANN));
        assertThat(people.find("ann")).map(Person::roles).contains(ANN.roles());
        configured.replace(List.of(BOB));
        assertThat(people.find("ann")).map(Person::enabled).contains(false);
    }

    @Test
    void storesOneUserEvenIfReplicasStartWithDifferentSpellings() {
        configured.replace(List.of(ANN));
        assertThatThrownBy(() -> jdbc.sql("insert into person (name, password_hash, roles, enabled, changed_at)"
                                + " values ('ANN', 'x', 'LEAD', true, now())")
                        .update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void takesTheConfiguredOneOfSpellingsThatAnEarlierVersionStored() {
        configured.replace(List.of(ANN));
        jdbc.sql("insert into person (name, password_hash, roles, enabled, changed_at)"
                        + " values ('Ann', 'x', 'LEAD', false, now())")
                .update();
        assertThat(people.findTyped("ANN")).map(Person::name).contains("ann");

        configured.replace(List.of(new PeopleProperties.Entry("Ann", ANN.password(), ANN.roles())));
        assertThat(people.find("ann")).map(Person::enabled).contains(false);
        assertThat(people.findTyped("ANN")).map(Person::name).contains("Ann");
    }

    @Test
    void disablesRemovedUsersAndEnablesThemAgain() {
        configured.replace(List.of(ANN, BOB));
        configured.replace(List.of(ANN));
        assertThat(people.find("bob")).contains(new Person("bob", Set.of(Role.AUDITOR), false));
        assertThat(people.passwordHash("bob")).isEmpty();
        configured.replace(List.of(ANN, BOB));
        assertThat(people.find("bob")).map(Person::enabled).contains(true);
    }

    @Test
    void endsTheSessionsOfChangedAndRemovedUsers() {
        configured.replace(List.of(ANN, BOB));
        session("ann");
        session("bob");
        configured.replace(List.of(ANN, BOB));
        assertThat(sessions()).containsExactlyInAnyOrder("ann", "bob");
        configured.replace(List.of(new PeopleProperties.Entry("ann", "{argon2}new", ANN.roles()), BOB));
        assertThat(sessions()).containsExactly("bob");
        configured.replace(List.of());
        assertThat(sessions()).isEmpty();
    }

    @Test
    void doesNotDisableAUserWhileATransactionHoldsTheLock() {
        configured.replace(List.of(ANN));
        transaction().executeWithoutResult(deciding -> {
            assertThat(people.findAndHold("ann")).map(Person::enabled).contains(true);
            assertThatThrownBy(() -> withShortLockTimeout("update person set enabled = false"))
                    .isInstanceOf(SQLException.class);
        });

        configured.replace(List.of());
        assertThat(people.findAndHold("ann")).map(Person::enabled).contains(false);
    }

    @Test
    void refusesSharedLocksDuringAnExclusiveLock() {
        configured.replace(List.of(ANN));
        transaction().executeWithoutResult(delegating -> {
            people.holdAlone("ann");
            assertThatThrownBy(() -> inAnotherTransaction(() -> people.findAndHold("ann")))
                    .isInstanceOf(DataAccessException.class);
        });
    }

    @Test
    void allowsConcurrentSharedLocks() {
        configured.replace(List.of(ANN));
        transaction().executeWithoutResult(deciding -> {
            people.findAndHold("ann");
            inAnotherTransaction(() -> assertThat(people.findAndHold("ann")).isPresent());
            assertThatThrownBy(() -> inAnotherTransaction(() -> people.holdAlone("ann")))
                    .isInstanceOf(DataAccessException.class);
        });
    }

    private TransactionTemplate transaction() {
        return new TransactionTemplate(new JdbcTransactionManager(dataSource));
    }

    /** Runs with a short lock timeout. */
    private void inAnotherTransaction(Runnable work) {
        TransactionTemplate other = transaction();
        other.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        other.executeWithoutResult(status -> {
            jdbc.sql("set lock_timeout = 100").update();
            work.run();
        });
    }

    /** Runs on a separate connection with a short lock timeout. */
    private void withShortLockTimeout(String update) throws SQLException {
        try (Connection other = dataSource.getConnection();
                Statement statement = other.createStatement()) {
            statement.execute("set lock_timeout = 100");
            statement.execute(update);
        }
    }

    private void session(String person) {
        jdbc.sql("insert into spring_session values (:name, :name, 0, 0, 1800, 0, :name)")
                .param("name", person)
                .update();
    }

    private List<String> sessions() {
        return jdbc.sql("select principal_name from spring_session")
                .query(String.class)
                .list();
    }
}
