package io.countersign.identity.setup;

import io.countersign.audit.chain.Hashes;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores the hashes of setup tokens, so that a token of one replica is valid on all. */
@Repository
class SetupTokenRepository {

    static final Duration VALID = Duration.ofHours(24);

    private final JdbcClient jdbc;
    private final InstantSource clock;

    SetupTokenRepository(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Adds a token and deletes those that expired. */
    void add(String token) {
        jdbc.sql("delete from setup_token where created_at <= :past")
                .param("past", past())
                .update();
        jdbc.sql("insert into setup_token (token_hash, created_at) values (:hash, :now)")
                .param("hash", Hashes.of(token))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    boolean contains(String token) {
        return jdbc.sql("select exists (select 1 from setup_token where token_hash = :hash and created_at > :past)")
                .param("hash", Hashes.of(token))
                .param("past", past())
                .query(Boolean.class)
                .single();
    }

    /** Waits for another setup, and makes others wait until the transaction ends. */
    void lock() {
        jdbc.sql("lock table setup_token in share row exclusive mode").update();
    }

    void deleteAll() {
        jdbc.sql("delete from setup_token").update();
    }

    private OffsetDateTime past() {
        return clock.instant().minus(VALID).atOffset(ZoneOffset.UTC);
    }
}
