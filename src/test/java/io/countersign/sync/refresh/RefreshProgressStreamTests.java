package io.countersign.sync.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.http.LimitProperties;
import io.countersign.running.Await;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.server.ResponseStatusException;

/** Tests the limits of streams, with a shorter pause between two events. */
class RefreshProgressStreamTests {

    private static final RefreshProgress COMPLETE = RefreshProgress.of(1, 1, 0, 0, Duration.ofSeconds(1));
    private static final RefreshProgress RUNNING = RefreshProgress.of(1, 0, 0, 0, Duration.ofSeconds(1));

    final AtomicBoolean signedIn = new AtomicBoolean(true);
    final AtomicInteger events = new AtomicInteger();
    final RefreshProgressStream stream =
            new RefreshProgressStream(new LimitProperties(Duration.ofSeconds(30), 5000, 5)) {
                @Override
                long everyMillis() {
                    return 5;
                }
            };

    @AfterEach
    void stop() {
        stream.destroy();
    }

    @Test
    void opensFiveStreamsForEachUser() {
        for (int i = 0; i < 5; i++) {
            open("ann", RUNNING);
        }
        assertThatThrownBy(() -> open("ann", RUNNING))
                .isInstanceOf(ResponseStatusException.class)
                .hasMessageContaining("429");
        open("ben", RUNNING);
    }

    @Test
    void countsOnlyOpenStreams() {
        for (int i = 0; i < 20; i++) {
            Await.until("a stream can be opened", Duration.ofSeconds(5), () -> opens("ann", COMPLETE));
        }
    }

    @Test
    void endsAfterTheSignOut() {
        for (int i = 0; i < 5; i++) {
            open("ann", RUNNING);
        }
        signedIn.set(false);
        Await.until("the streams ended", Duration.ofSeconds(5), () -> opens("ann", RUNNING));
        assertThat(events.get()).isLessThanOrEqualTo(5 * 60 + 1);
    }

    private boolean opens(String person, RefreshProgress progress) {
        try {
            open(person, progress);
            return true;
        } catch (ResponseStatusException tooMany) {
            return false;
        }
    }

    private void open(String person, RefreshProgress progress) {
        stream.open(person, signedIn::get, () -> {
            events.incrementAndGet();
            return progress;
        });
    }
}
