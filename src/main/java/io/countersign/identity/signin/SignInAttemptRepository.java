package io.countersign.identity.signin;

import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Counts attempts per name, whether or not such a user exists, so that a lock reveals nothing about names. An attempt
 * is counted before the password is checked, so that concurrent attempts cannot exceed the limit.
 */
@Repository
public class SignInAttemptRepository {

    public static final int LIMIT = 5;
    public static final Duration LOCK = Duration.ofMinutes(15);

    private final JdbcClient jdbc;
    private final NameHash names;
    private final InstantSource clock;

    public SignInAttemptRepository(JdbcClient jdbc, NameHash names, InstantSource clock) {
        this.jdbc = jdbc;
        this.names = names;
        this.clock = clock;
    }

    /**
     * Uses one attempt if one is left. Must be called outside a transaction, because it must persist if the check
     * fails.
     */
    public boolean take(String name) {
        String hash = names.of(name);
        return takeNext(hash) || takeFirst(hash) || takeNext(hash);
    }

    /** Deletes the attempts after a correct password. */
    void forget(String name) {
        jdbc.sql("delete from sign_in_attempt where name_hash = :hash")
                .param("hash", names.of(name))
                .update();
    }

    private boolean takeNext(String hash) {
        return jdbc.sql("update sign_in_attempt"
                                + " set attempts = case when last_at <= :past then 1 else attempts + 1 end, last_at = :now"
                                + " where name_hash = :hash and (attempts < :limit or last_at <= :past)")
                        .param("hash", hash)
                        .param("limit", LIMIT)
                        .param("now", now())
                        .param("past", now().minus(LOCK))
                        .update()
                == 1;
    }

    private boolean takeFirst(String hash) {
        jdbc.sql("delete from sign_in_attempt where last_at <= :past")
                .param("past", now().minus(LOCK))
                .update();
        try {
            return jdbc.sql("insert into sign_in_attempt (name_hash, attempts, last_at) values (:hash, 1, :now)")
                            .param("hash", hash)
                            .param("now", now())
                            .update()
                    == 1;
        } catch (DuplicateKeyException e) {
            return false; // another attempt was first, or the name is locked; the next try of the caller shows which
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
