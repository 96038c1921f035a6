package io.countersign.identity.signin;

import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
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
        Optional<Integer> attempts = jdbc.sql("""
                        insert into sign_in_attempt as known (counter_hash, attempts, started_at) values (:hash, 1, :now)
                        on conflict (counter_hash) do update set
                          attempts = case when known.started_at <= :past then 1 else known.attempts + 1 end,
                          started_at = case when known.started_at <= :past then :now else known.started_at end
                        where known.attempts < :limit or known.started_at <= :past
                        returning attempts""")
                .param("hash", hashes.ofCounter(counter.text()))
                .param("limit", counter.limit())
                .param("now", now())
                .param("past", past())
                .query(Integer.class)
                .optional();
        if (attempts.filter(first -> first == 1).isPresent()) {
            jdbc.sql("delete from sign_in_attempt where started_at <= :past")
                    .param("past", past())
                    .update();
        }
        return attempts.isPresent();
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

    private OffsetDateTime past() {
        return now().minus(SignInThrottle.WINDOW);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
