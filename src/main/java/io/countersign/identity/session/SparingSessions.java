package io.countersign.identity.session;

import io.countersign.http.PageReads;
import java.util.Map;
import java.util.Objects;
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

    private record Key(String session) {}

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
        return PageReads.<@Nullable TouchedSession<S>>once(new Key(id), () -> {
            S found = stored.findById(id);
            return found == null ? null : new TouchedSession<>(found);
        });
    }

    @Override
    public void deleteById(String id) {
        PageReads.forget(new Key(id));
        stored.deleteById(id);
    }

    @Override
    public Map<String, TouchedSession<S>> findByIndexNameAndIndexValue(String name, String value) {
        return stored.findByIndexNameAndIndexValue(name, value).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> new TouchedSession<>(Objects.requireNonNull(each.getValue()))));
    }
}
