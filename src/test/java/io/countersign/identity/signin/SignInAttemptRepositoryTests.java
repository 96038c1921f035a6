package io.countersign.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.TestDatabase;
import io.countersign.audit.chain.SigningKey;
import io.countersign.identity.TestClock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class SignInAttemptRepositoryTests {

    final TestClock clock = new TestClock();
    SignInAttemptRepository attempts;

    @BeforeEach
    void create() {
        attempts = new SignInAttemptRepository(
                JdbcClient.create(TestDatabase.migrated()), new NameHash(SigningKey.of(SigningKey.newPem())), clock);
    }

    @Test
    void locksANameAfterFiveAttempts() {
        assertThat(take("eve", 6)).containsExactly(true, true, true, true, true, false);
        assertThat(attempts.take("mallory")).isTrue();
    }

    @Test
    void unlocksAfterFifteenMinutesRegardlessOfFurtherAttempts() {
        take("eve", 5);
        clock.advance(SignInAttemptRepository.LOCK.minusMillis(1));
        assertThat(attempts.take("eve")).isFalse();
        clock.advance(Duration.ofMillis(1));
        assertThat(take("eve", 6)).containsExactly(true, true, true, true, true, false);
    }

    @Test
    void deletesAttemptsAfterACorrectPassword() {
        take("eve", 5);
        attempts.forget("eve");
        assertThat(attempts.take("eve")).isTrue();
    }

    @Test
    void countsNamesThatTheDatabaseCannotStore() {
        assertThat(take("\u0000".repeat(100_000), 6)).containsExactly(true, true, true, true, true, false);
    }

    @Test
    void limitsConcurrentAttempts() throws Exception {
        assertThat(parallel(20)).filteredOn(taken -> taken).hasSize(SignInAttemptRepository.LIMIT);
    }

    private List<Boolean> parallel(int guesses) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(guesses);
        try {
            Callable<Boolean> guess = () -> attempts.take("eve");
            return threads.invokeAll(Collections.nCopies(guesses, guess)).stream()
                    .map(SignInAttemptRepositoryTests::result)
                    .toList();
        } finally {
            threads.shutdownNow();
        }
    }

    private static boolean result(Future<Boolean> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new AssertionError("a guess failed", e);
        }
    }

    private List<Boolean> take(String name, int times) {
        return Collections.nCopies(times, name).stream().map(attempts::take).toList();
    }
}
