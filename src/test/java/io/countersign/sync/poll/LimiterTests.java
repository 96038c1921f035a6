package io.countersign.sync.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.connection.AccountId;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LimiterTests {

    @Test
    void waitsForAPermit() throws Exception {
        try (AwsCallLimiter limiter = new AwsCallLimiter(1)) {
            AwsCallLimiter.Permit first = limiter.acquire();
            CompletableFuture<AwsCallLimiter.Permit> second = CompletableFuture.supplyAsync(limiter::acquire);
            assertThat(second).isNotDone();
            first.close();
            second.get(10, TimeUnit.SECONDS).close();
        }
    }

    @Test
    void releasesThePermitOfAHangingCallOnce() throws Exception {
        try (AwsCallLimiter limiter = new AwsCallLimiter(1)) {
            AwsCallLimiter.Permit hanging = limiter.acquire();
            AwsCallLimiter.Permit next =
                    CompletableFuture.supplyAsync(limiter::acquire).get(10, TimeUnit.SECONDS);
            hanging.close();
            CompletableFuture<AwsCallLimiter.Permit> third = CompletableFuture.supplyAsync(limiter::acquire);
            assertThat(third).isNotDone();
            next.close();
            third.get(10, TimeUnit.SECONDS).close();
        }
    }

    @Test
    void limitsEachAccountSeparately() {
        AccountLimiter limiter = new AccountLimiter(2);
        AccountId one = new AccountId("111122223333");
        assertThat(limiter.tryEnter(one)).isTrue();
        assertThat(limiter.tryEnter(one)).isTrue();
        assertThat(limiter.tryEnter(one)).isFalse();
        assertThat(limiter.tryEnter(new AccountId("222233334444"))).isTrue();
        limiter.leave(one);
        assertThat(limiter.tryEnter(one)).isTrue();
    }
}
