package io.countersign.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.identity.session.SparingSessions;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.MapSession;

/** Checks what a page reads once, with the filter that begins and ends a page. */
class PageReadsTests {

    private static final String KEY = "key";

    private final AtomicInteger reads = new AtomicInteger();

    @Test
    void aPageReadsOnce() throws Exception {
        send("GET", (request, response) -> {
            assertThat(read(KEY)).isEqualTo(1);
            assertThat(read(KEY)).isEqualTo(1);
            assertThat(read("another key")).isEqualTo(2);
        });
    }

    @Test
    void aPageAlsoKnowsThatThereIsNothing() throws Exception {
        send("GET", (request, response) -> {
            assertThat(PageReads.<Object>once(KEY, this::nothing)).isNull();
            assertThat(PageReads.<Object>once(KEY, this::nothing)).isNull();
        });
        assertThat(reads).hasValue(1);
    }

    private Object nothing() {
        reads.incrementAndGet();
        return null;
    }

    @Test
    void theNextPageReadsAgain() throws Exception {
        send("GET", (request, response) -> assertThat(read(KEY)).isEqualTo(1));
        assertThatThrownBy(() -> send("GET", (request, response) -> {
                    assertThat(read(KEY)).isEqualTo(2);
                    throw new ServletException("failed");
                }))
                .hasMessage("failed");
        send("GET", (request, response) -> assertThat(read(KEY)).isEqualTo(3));
    }

    @Test
    void aRequestThatMayChangeSomethingReadsEachTime() throws Exception {
        for (String method : new String[] {"POST", "PUT", "DELETE"}) {
            reads.set(0);
            send(method, (request, response) -> {
                assertThat(read(KEY)).isEqualTo(1);
                assertThat(read(KEY)).isEqualTo(2);
            });
        }
    }

    @Test
    void outsideARequestEachCallReads() {
        assertThat(read(KEY)).isEqualTo(1);
        assertThat(read(KEY)).isEqualTo(2);
    }

    @Test
    void aPageReadsAgainWhatItForgot() throws Exception {
        send("GET", (request, response) -> {
            read(KEY);
            PageReads.forget("another key");
            assertThat(read(KEY)).isEqualTo(1);
            PageReads.forget(KEY);
            assertThat(read(KEY)).isEqualTo(2);
        });
    }

    /** A session can be ended by its hash. */
    @ParameterizedTest
    @ValueSource(strings = {"id", "hash"})
    void aPageForgetsADeletedSession(String deleted) throws Exception {
        StoredSession stored = new StoredSession();
        SparingSessions<MapSession> sessions = new SparingSessions<>(stored);
        send("GET", (request, response) -> {
            assertThat(sessions.findById("id")).isNotNull().isSameAs(sessions.findById("id"));
            assertThat(sessions.findById("other")).isNull();
            assertThat(stored.reads).hasValue(2);
            sessions.deleteById(deleted);
            assertThat(sessions.findById("id")).isNull();
        });
    }

    /** One session, whose hash is "hash". */
    private static final class StoredSession implements FindByIndexNameSessionRepository<MapSession> {

        private final AtomicInteger reads = new AtomicInteger();
        private boolean deleted;

        @Override
        public MapSession createSession() {
            return new MapSession();
        }

        @Override
        public void save(MapSession session) {}

        @Override
        public MapSession findById(String id) {
            reads.incrementAndGet();
            return id.equals("id") && !deleted ? new MapSession(id) : null;
        }

        @Override
        public void deleteById(String id) {
            deleted = true;
        }

        @Override
        public Map<String, MapSession> findByIndexNameAndIndexValue(String name, String value) {
            return Map.of();
        }
    }

    private int read(String key) {
        return PageReads.once(key, reads::incrementAndGet);
    }

    private static void send(String method, FilterChain page) throws Exception {
        new PageReadsFilter().doFilter(new MockHttpServletRequest(method, "/"), new MockHttpServletResponse(), page);
    }
}
