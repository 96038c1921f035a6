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
            new PeopleProperties.Entry("ann", "{bcrypt}ann", Set.of(Role.REVIEWER, Role.LEAD));
    static final PeopleProperties.Entry BOB = new PeopleProperties.Entry("bob", "{bcrypt}bob", Set.of(Role.AUDITOR));

    DataSource dataSource;
    JdbcClient jdbc;
    JdbcPersonRepository people;

    @BeforeEach
    void create() {
        dataSource = TestDatabase.migrated();
        jdbc = JdbcClient.create(dataSource);
        people = new JdbcPersonRepository(
                jdbc, new JdbcIndexedSessionRepository(new JdbcTemplate(dataSource), transaction()), new TestClock());
    }

    @Test
    void findsNobodyForANameWithNul() {
        assertThat(people.find("lead\0")).isEmpty();
        assertThat(people.findAndHold("\0")).isEmpty();
    }

    @Test
    void findsConfiguredUsers() {
        people.replace(List.of(ANN, BOB));
        assertThat(people.find("ann")).contains(new Person("ann", Set.of(Role.LEAD, Role.REVIEWER), true));
        assertThat(people.passwordHash("bob")).contains("{bcrypt}bob");
        assertThat(people.find("eve")).isEmpty();
    }

    @Test
    void disablesRemovedUsersAndEnablesThemAgain() {
        people.replace(List.of(ANN, BOB));
        people.replace(List.of(ANN));
        assertThat(people.find("bob")).contains(new Person("bob", Set.of(Role.AUDITOR), false));
        assertThat(people.passwordHash("bob")).isEmpty();
        people.replace(List.of(ANN, BOB));
        assertThat(people.find("bob")).map(Person::enabled).contains(true);
    }

    @Test
    void endsTheSessionsOfChangedAndRemovedUsers() {
        people.replace(List.of(ANN, BOB));
        session("ann");
        session("bob");
        people.replace(List.of(ANN, BOB));
        assertThat(sessions()).containsExactlyInAnyOrder("ann", "bob");
        people.replace(List.of(new PeopleProperties.Entry("ann", "{bcrypt}new", ANN.roles()), BOB));
        assertThat(sessions()).containsExactly("bob");
        people.replace(List.of());
        assertThat(sessions()).isEmpty();
    }

    @Test
    void doesNotDisableAUserWhileATransactionHoldsTheLock() {
        people.replace(List.of(ANN));
        transaction().executeWithoutResult(deciding -> {
            assertThat(people.findAndHold("ann")).map(Person::enabled).contains(true);
            assertThatThrownBy(() -> withShortLockTimeout("update person set enabled = false"))
                    .isInstanceOf(SQLException.class);
        });

        people.replace(List.of());
        assertThat(people.findAndHold("ann")).map(Person::enabled).contains(false);
    }

    @Test
    void refusesSharedLocksDuringAnExclusiveLock() {
        people.replace(List.of(ANN));
        transaction().executeWithoutResult(delegating -> {
            people.holdAlone("ann");
            assertThatThrownBy(() -> inAnotherTransaction(() -> people.findAndHold("ann")))
                    .isInstanceOf(DataAccessException.class);
        });
    }

    @Test
    void allowsConcurrentSharedLocks() {
        people.replace(List.of(ANN));
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
