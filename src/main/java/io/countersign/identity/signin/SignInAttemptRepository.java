package io.countersign.identity.signin;

import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Stores the counters of attempts, which all replicas share. An attempt is counted before the password is checked, so
 * that concurrent attempts cannot exceed a limit.
 */
@Repository
class SignInAttemptRepository {

    private final JdbcClient jdbc;
    private final NameHash hashes;
    private final InstantSource clock;

    SignInAttemptRepository(JdbcClient jdbc, NameHash hashes, InstantSource clock) {
        this.jdbc = jdbc;
        this.hashes = hashes;
        this.clock = clock;
    }

    /**
     * Uses one attempt if one is left. Must be called outside a transaction, because it must persist if the check
     * fails.
     */
    boolean take(AttemptCounter counter) {
        String hash = hashes.ofCounter(counter.text());
        return takeNext(hash, counter.limit()) || takeFirst(hash) || takeNext(hash, counter.limit());
    }

    /** Gives one attempt back. */
    void giveBack(AttemptCounter counter) {
        update(
                "update sign_in_attempt set attempts = attempts - 1 where counter_hash = :hash and attempts > 0",
                counter);
    }

    /** Gives all attempts back. */
    void forget(AttemptCounter counter) {
        update("delete from sign_in_attempt where counter_hash = :hash", counter);
    }

    private void update(String sql, AttemptCounter counter) {
        jdbc.sql(sql).param("hash", hashes.ofCounter(counter.text())).update();
    }

    private boolean takeNext(String hash, int limit) {
        return jdbc.sql("""
                        update sign_in_attempt set
                          attempts = case when started_at <= :past then 1 else attempts + 1 end,
                          started_at = case when started_at <= :past then :now else started_at end
                        where counter_hash = :hash and (attempts < :limit or started_at <= :past)""")
                        .param("hash", hash)
                        .param("limit", limit)
                        .param("now", now())
                        .param("past", now().minus(SignInThrottle.WINDOW))
                        .update()
                == 1;
    }

    private boolean takeFirst(String hash) {
        jdbc.sql("delete from sign_in_attempt where started_at <= :past")
                .param("past", now().minus(SignInThrottle.WINDOW))
                .update();
        try {
            return jdbc.sql("insert into sign_in_attempt (counter_hash, attempts, started_at) values (:hash, 1, :now)")
                            .param("hash", hash)
                            .param("now", now())
                            .update()
                    == 1;
        } catch (DuplicateKeyException e) {
            return false; // another attempt was first, or none is left; the next try of the caller shows which
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
