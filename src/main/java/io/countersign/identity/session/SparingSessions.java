package io.countersign.identity.session;

import io.countersign.http.PageReads;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;

/**
 * Reads the session once for a page, and stores its use at most once a minute. Spring Session reads it a second time
 * when the response is committed, and stores each use.
 */
public class SparingSessions<S extends Session> implements FindByIndexNameSessionRepository<TouchedSession<S>> {

    private final FindByIndexNameSessionRepository<S> stored;

    public SparingSessions(FindByIndexNameSessionRepository<S> stored) {
        this.stored = stored;
    }

    @Override
    public TouchedSession<S> createSession() {
        return new TouchedSession<>(stored.createSession());
    }

    @Override
    public void save(TouchedSession<S> session) {
        stored.save(session.stored());
    }

    @Override
    public @Nullable TouchedSession<S> findById(String id) {
        return known().computeIfAbsent(
                        id, each -> Optional.ofNullable(stored.findById(each)).map(TouchedSession::new))
                .orElse(null);
    }

    /** Returns the sessions that the page has read, by ID. */
    private Map<String, Optional<TouchedSession<S>>> known() {
        return PageReads.once(SparingSessions.class, HashMap::new);
    }

    /** @param id the ID of a session or its hash; so the page reads all sessions again */
    @Override
    public void deleteById(String id) {
        stored.deleteById(id);
        PageReads.forget(SparingSessions.class);
    }

    @Override
    public Map<String, TouchedSession<S>> findByIndexNameAndIndexValue(String name, String value) {
        return stored.findByIndexNameAndIndexValue(name, value).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> new TouchedSession<>(Objects.requireNonNull(each.getValue()))));
    }
}
