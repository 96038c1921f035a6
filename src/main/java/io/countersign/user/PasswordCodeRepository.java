package io.countersign.user;

import io.countersign.audit.chain.Hashes;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores the codes with which users set a password, as hashes. */
@Repository
class PasswordCodeRepository {

    static final Duration VALID = Duration.ofHours(72);

    private final JdbcClient jdbc;
    private final InstantSource clock;

    PasswordCodeRepository(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Waits for other changes of users, and makes them wait until the transaction ends. */
    void lock() {
        jdbc.sql("lock table password_code in share row exclusive mode").update();
    }

    /** Stores a code instead of the one that the user had. */
    void replace(String person, String token, String by) {
        delete(person);
        jdbc.sql("""
                        insert into password_code (token_hash, person, created_by, created_at)
                        values (:hash, :person, :by, :now)""")
                .param("hash", Hashes.of(token))
                .param("person", person)
                .param("by", by)
                .param("now", now())
                .update();
    }

    void delete(String person) {
        jdbc.sql("delete from password_code where person = :person")
                .param("person", person)
                .update();
    }

    /** Finds a code by its token, unless it is too old. */
    Optional<PasswordCode> find(String token) {
        return jdbc.sql("select person, created_by from password_code where token_hash = :hash and created_at > :past")
                .param("hash", Hashes.of(token))
                .param("past", now().minus(VALID))
                .query((row, number) -> new PasswordCode(row.getString(1), row.getString(2)))
                .optional();
    }

    /** Returns the users who have a code that they can still use. */
    Set<String> people() {
        return Set.copyOf(jdbc.sql("select person from password_code where created_at > :past")
                .param("past", now().minus(VALID))
                .query(String.class)
                .list());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
