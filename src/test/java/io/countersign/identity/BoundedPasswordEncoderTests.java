package io.countersign.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.security.crypto.password.PasswordEncoder;

class BoundedPasswordEncoderTests {

    final AtomicInteger running = new AtomicInteger();
    final AtomicInteger most = new AtomicInteger();
    final CountDownLatch two = new CountDownLatch(2);

    /** Returns only once two hashes are computed at the same time. */
    final PasswordEncoder slow = new PasswordEncoder() {
        @Override
        public String encode(CharSequence password) {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            two.countDown();
            try {
                two.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            } finally {
                running.decrementAndGet();
            }
            return "hash of " + password;
        }

        @Override
        public boolean matches(CharSequence password, String hash) {
            throw new IllegalArgumentException("malformed");
        }
    };

    @Test
    @Timeout(20)
    void computesAFewHashesAtOnceAndAllInTheEnd() {
        PasswordEncoder bounded = new BoundedPasswordEncoder(slow, 2);
        List<CompletableFuture<String>> hashes = IntStream.range(0, 20)
                .mapToObj(number -> CompletableFuture.supplyAsync(
                        () -> bounded.encode("" + number), task -> new Thread(task).start()))
                .toList();
        assertThat(hashes).extracting(CompletableFuture::join).contains("hash of 0", "hash of 19");
        assertThat(most).hasValue(2);
    }

    @Test
    @Timeout(20)
    void continuesAfterAFailure() {
        PasswordEncoder bounded = new BoundedPasswordEncoder(slow, 1);
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> bounded.matches("", "")).hasMessage("malformed");
        }
    }
}
