package io.countersign.audit;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Stored state that decides who may decide, and of which each row was stored together with an audit entry. Verification
 * reports a row without its entry, because no action of a user made it.
 */
public interface RecordedState {

    /** Returns a description of the first row without its entry; empty if there is none. */
    Optional<String> unrecorded(JdbcClient jdbc);
}
