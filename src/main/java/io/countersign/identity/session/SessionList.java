package io.countersign.identity.session;

import io.countersign.audit.AuditAction;
import io.countersign.audit.AuditEntry;
import io.countersign.audit.AuditLog;
import io.countersign.audit.AuditOutcome;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lists and ends sessions. The end of a session and its audit entry are stored together; the next request of the session
 * finds no session, on every replica.
 */
@Component
public class SessionList {

    /** The most sessions that a page shows. */
    public static final int MOST = 200;

    private static final Comparator<SignedInSession> NEWEST_FIRST =
            Comparator.comparing(SignedInSession::lastUsedAt).reversed();

    private final FindByIndexNameSessionRepository<? extends Session> sessions;
    private final JdbcClient jdbc;
    private final AuditLog auditLog;

    SessionList(FindByIndexNameSessionRepository<? extends Session> sessions, JdbcClient jdbc, AuditLog auditLog) {
        this.sessions = sessions;
        this.jdbc = jdbc;
        this.auditLog = auditLog;
    }

    /** Returns the sessions of a user, the last used first. */
    public List<SignedInSession> of(String person) {
        return newest(Stream.of(person));
    }

    /** Returns the sessions of all users, the last used first. */
    public List<SignedInSession> all() {
        return newest(jdbc
                .sql("select distinct principal_name from spring_session where principal_name is not null")
                .query(String.class)
                .list()
                .stream());
    }

    private List<SignedInSession> newest(Stream<String> people) {
        return people.flatMap(
                        person -> open(person).values().stream().map(session -> SignedInSession.of(person, session)))
                .sorted(NEWEST_FIRST)
                .limit(MOST)
                .toList();
    }

    /** @return false if the user has no such session */
    @Transactional
    public boolean end(String person, String key, String by) {
        return endAll(person, by, session -> session.key().equals(key)) > 0;
    }

    /** Ends all sessions of a user except one.
     *
     * @return the number of ended sessions
     */
    @Transactional
    public int endOthers(String person, String key) {
        return endAll(person, person, session -> !session.key().equals(key));
    }

    /**
     * Ends all sessions of a user.
     *
     * @return the number of ended sessions
     */
    @Transactional
    public int endAll(String person, String by) {
        return endAll(person, by, session -> true);
    }

    private int endAll(String person, String by, Predicate<SignedInSession> selected) {
        lock(person);
        int ended = 0;
        for (Map.Entry<String, ? extends Session> each : open(person).entrySet()) {
            SignedInSession session = SignedInSession.of(person, each.getValue());
            if (selected.test(session) && delete(each.getKey())) {
                auditLog.append(ended(session, by));
                ended++;
            }
        }
        return ended;
    }

    /** A request that confirms a password or a passkey changes the ID of its session: it waits, and then finds no session. */
    private void lock(String person) {
        jdbc.sql("select session_id from spring_session where principal_name = :person for update")
                .param("person", person)
                .query(String.class)
                .list();
    }

    /** Returns the sessions by the hash of their ID. */
    private Map<String, ? extends Session> open(String person) {
        Map<String, ? extends Session> found = sessions.findByPrincipalName(person);
        found.values().removeIf(Session::isExpired);
        return found;
    }

    private boolean delete(String hash) {
        return jdbc.sql("delete from spring_session where session_id = :hash")
                        .param("hash", hash)
                        .update()
                == 1;
    }

    private static AuditEntry ended(SignedInSession session, String by) {
        return AuditEntry.by(by, AuditAction.SESSION_ENDED, AuditOutcome.DONE)
                .withMessage("session of " + session.person() + ", signed in at " + session.startedAt());
    }
}
