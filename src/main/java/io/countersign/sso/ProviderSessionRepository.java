package io.countersign.sso;

import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores for which sessions a provider is asked again, and when. */
@Repository
class ProviderSessionRepository {

    private static final Logger log = LoggerFactory.getLogger(ProviderSessionRepository.class);

    private final JdbcClient jdbc;
    private final RefreshTokenCipher cipher;
    private final InstantSource clock;

    ProviderSessionRepository(JdbcClient jdbc, RefreshTokenCipher cipher, InstantSource clock) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.clock = clock;
    }

    /** Adds a session, or replaces its token. */
    void store(ProviderSession session, Duration next) {
        jdbc.sql("""
                        insert into provider_session (session_key, person, registration, refresh_token, next_at)
                        values (:key, :person, :registration, :token, :next)
                        on conflict (session_key) do update set registration = excluded.registration,
                            refresh_token = excluded.refresh_token, next_at = excluded.next_at""")
                .param("key", session.key())
                .param("person", session.person())
                .param("registration", session.registration())
                .param("token", cipher.encrypt(session.refreshToken()))
                .param("next", now().plus(next))
                .update();
    }

    /**
     * Takes the sessions whose provider is to be asked now, so that no other call takes them meanwhile: a refresh token may
     * be valid once. Removes those whose token cannot be decrypted.
     *
     * @param next when they are due again if the caller ends before it stores an answer
     */
    List<ProviderSession> takeDue(int most, Duration next) {
        return jdbc
                .sql("""
                        update provider_session set next_at = :next where session_key in (
                            select session_key from provider_session where next_at <= :now
                            order by next_at limit :most for update skip locked)
                        returning *""")
                .param("next", now().plus(next))
                .param("now", now())
                .param("most", most)
                .query((row, number) -> new ProviderSession(
                        row.getString("session_key"),
                        row.getString("person"),
                        row.getString("registration"),
                        row.getString("refresh_token")))
                .list()
                .stream()
                .flatMap(encrypted -> decrypted(encrypted).stream())
                .toList();
    }

    private List<ProviderSession> decrypted(ProviderSession session) {
        try {
            return List.of(new ProviderSession(
                    session.key(), session.person(), session.registration(), cipher.decrypt(session.refreshToken())));
        } catch (RuntimeException otherKey) {
            log.warn("The refresh token of {} was encrypted with another signing key and is removed", session.person());
            delete(session.key());
            return List.of();
        }
    }

    void postpone(String key, Duration next) {
        jdbc.sql("update provider_session set next_at = :next where session_key = :key")
                .param("key", key)
                .param("next", now().plus(next))
                .update();
    }

    /** Locks the row of a session until the end of the transaction, and returns whether it still exists. */
    boolean hold(String key) {
        return jdbc.sql("select 1 from provider_session where session_key = :key for update")
                .param("key", key)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    void delete(String key) {
        jdbc.sql("delete from provider_session where session_key = :key")
                .param("key", key)
                .update();
    }

    /** Returns the keys of the stored sessions of a user. */
    Set<String> keys(String person) {
        return Set.copyOf(jdbc.sql("select session_key from provider_session where person = :person")
                .param("person", person)
                .query(String.class)
                .list());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
