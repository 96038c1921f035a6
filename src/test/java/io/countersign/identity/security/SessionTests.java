package io.countersign.identity.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.TestDatabase;
import io.countersign.audit.chain.Hashes;
import io.countersign.identity.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.core.userdetails.User;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.transaction.support.TransactionTemplate;

/** Tests Spring Session with the tables of the application. */
class SessionTests {

    private static final String CONTEXT = "SPRING_SECURITY_CONTEXT";

    @Test
    void keepsASignInAfterARestartAndFindsItByName() {
        DataSource tables = TestDatabase.migrated();
        String id = signIn(replica(tables), "ann");
        var other = replica(tables);
        SecurityContext found = other.findById(id).getAttribute(CONTEXT);
        assertThat(found.getAuthentication().getName()).isEqualTo("ann");
        assertThat(found.getAuthentication().getAuthorities()).hasToString("[ROLE_LEAD]");
        assertThat(other.findByPrincipalName("ann")).hasSize(1);
        other.deleteById(id);
        assertThat(replica(tables).findById(id)).isNull();
    }

    @Test
    void storesOnlyAHashThatIsNoCookieValue() {
        DataSource tables = TestDatabase.migrated();
        var sessions = replica(tables);
        String id = signIn(sessions, "ann");
        assertThat(Base64.getUrlDecoder().decode(id)).hasSize(32);
        String stored = stored(tables);
        assertThat(stored).isEqualTo(Hashes.of(id));
        assertThat(sessions.findById(stored)).isNull();
        assertThat(sessions.findById(id).getId()).isEqualTo(id);
    }

    @Test
    void keepsTheHashCurrentWhenASessionIsUsedAndItsIdChanges() {
        DataSource tables = TestDatabase.migrated();
        var sessions = replica(tables);
        String id = signIn(sessions, "ann");
        String changed = useWithNewId(sessions, id);
        assertThat(stored(tables)).isEqualTo(Hashes.of(changed));
        assertThat(sessions.findById(id)).isNull();
        assertThat(sessions.findById(changed).<SecurityContext>getAttribute(CONTEXT))
                .isNotNull();
    }

    @Test
    void findsNoSessionThatStartedTwelveHoursAgoOnAnyReplica() {
        DataSource tables = TestDatabase.migrated();
        String id = signIn(replica(tables), "ann");
        startedAgo(tables, Duration.ofHours(12).minusMinutes(1));
        assertThat(replica(tables).findById(id)).isNotNull();
        startedAgo(tables, Duration.ofHours(12).plusSeconds(1));
        assertThat(replica(tables).findById(id)).isNull();
        assertThat(replica(tables).findByPrincipalName("ann")).isEmpty();
    }

    @Test
    void listsEachSessionOnceWithAllItsAttributesInAnyOrderOfTheRows() {
        DataSource tables = TestDatabase.migrated();
        var sessions = replica(tables);
        List<String> ids = List.of(signIn(sessions, "ann"), signIn(sessions, "ann"), signIn(sessions, "ann"));
        // each round adds or moves one row of each session, so that the rows of the sessions alternate
        for (String attribute : List.of("key", "address", "browser", "key")) {
            ids.forEach(id -> set(sessions, id, attribute));
        }
        // the planner then joins in the order of the rows
        JdbcClient.create(tables).sql("analyze").update();
        assertThat(sessions.findByPrincipalName("ann").values()).hasSize(3).allSatisfy(session -> assertThat(
                        session.getAttributeNames())
                .contains(CONTEXT, "key", "address", "browser"));
    }

    private static <S extends Session> void set(
            FindByIndexNameSessionRepository<S> sessions, String id, String attribute) {
        S session = sessions.findById(id);
        session.setAttribute(attribute, id);
        sessions.save(session);
    }

    private static void startedAgo(DataSource tables, Duration age) {
        JdbcClient.create(tables)
                .sql("update spring_session set creation_time = :start")
                .param("start", Instant.now().minus(age).toEpochMilli())
                .update();
    }

    @Test
    void refusesADurationOutsideItsLimits() {
        for (Duration wrong : List.of(
                Duration.ZERO, Duration.ofSeconds(59), Duration.ofDays(7).plusSeconds(1))) {
            assertThatThrownBy(() -> new SessionProperties(wrong))
                    .hasMessage("countersign.session.longest must be from 1m to 7d");
        }
        assertThat(new SessionProperties(Duration.ofDays(7)).longest()).isEqualTo(Duration.ofDays(7));
    }

    @Test
    void endsTheSessionsThatAListOfAUserNames() {
        DataSource tables = TestDatabase.migrated();
        var sessions = replica(tables);
        String id = signIn(sessions, "ann");
        sessions.findByPrincipalName("ann").keySet().forEach(sessions::deleteById);
        assertThat(sessions.findById(id)).isNull();
    }

    private static <S extends Session> String useWithNewId(FindByIndexNameSessionRepository<S> sessions, String id) {
        S session = sessions.findById(id);
        session.setLastAccessedTime(Instant.now());
        sessions.save(session);
        assertThat(sessions.findById(id)).isNotNull();
        String changed = session.changeSessionId();
        sessions.save(session);
        return changed;
    }

    private static String stored(DataSource tables) {
        return JdbcClient.create(tables)
                .sql("select session_id from spring_session")
                .query(String.class)
                .single();
    }

    @Test
    void allowsConcurrentRequestsToAddTheSameAttribute() {
        DataSource tables = TestDatabase.migrated();
        var sessions = replica(tables);
        String id = signIn(sessions, "ann");
        addAtOnce(sessions, id);

        assertThat(sessions.findById(id).<String>getAttribute("note")).isEqualTo("first");
    }

    private static <S extends Session> void addAtOnce(FindByIndexNameSessionRepository<S> sessions, String id) {
        S one = sessions.findById(id);
        S other = sessions.findById(id);
        one.setAttribute("note", "first");
        other.setAttribute("note", "second");
        sessions.save(one);
        sessions.save(other);
    }

    private static <S extends Session> String signIn(FindByIndexNameSessionRepository<S> sessions, String name) {
        S session = sessions.createSession();
        var authorities = RoleAuthorities.of(List.of(Role.LEAD));
        session.setAttribute(
                CONTEXT,
                new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(
                        new User(name, "", authorities), null, authorities)));
        sessions.save(session);
        return session.getId();
    }

    private static FindByIndexNameSessionRepository<? extends Session> replica(DataSource tables) {
        JdbcIndexedSessionRepository sessions = new JdbcIndexedSessionRepository(
                new JdbcTemplate(tables), new TransactionTemplate(new JdbcTransactionManager(tables)));
        new SessionConfiguration()
                .sessionQueries(new SessionProperties(Duration.ofHours(12)))
                .customize(sessions);
        return sessions;
    }
}
