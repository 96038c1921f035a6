package io.countersign.sync.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.connection.AccountId;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LimiterTests {

    @Test
    void aCallWaitsForAPlace() throws Exception {
        try (AwsCallLimiter bound = new AwsCallLimiter(1)) {
            AwsCallLimiter.Place first = bound.take();
            CompletableFuture<AwsCallLimiter.Place> second = CompletableFuture.supplyAsync(bound::take);
            assertThat(second).isNotDone();
            first.close();
            second.get(10, TimeUnit.SECONDS).close();
        }
    }

    @Test
    void aCallThatHangsGivesUpItsPlaceOnce() throws Exception {
        try (AwsCallLimiter bound = new AwsCallLimiter(1)) {
            AwsCallLimiter.Place hanging = bound.take();
            AwsCallLimiter.Place next =
                    CompletableFuture.supplyAsync(bound::take).get(10, TimeUnit.SECONDS);
            hanging.close();
            CompletableFuture<AwsCallLimiter.Place> third = CompletableFuture.supplyAsync(bound::take);
            assertThat(third).isNotDone();
            next.close();
            third.get(10, TimeUnit.SECONDS).close();
        }
    }

    @Test
    void anAccountTakesNoMoreThanItsBoundAndDisturbsNoOther() {
        AccountLimiter bound = new AccountLimiter(2);
        AccountId one = new AccountId("111122223333");
        assertThat(bound.tryEnter(one)).isTrue();
        assertThat(bound.tryEnter(one)).isTrue();
        assertThat(bound.tryEnter(one)).isFalse();
        assertThat(bound.tryEnter(new AccountId("222233334444"))).isTrue();
        bound.leave(one);
        assertThat(bound.tryEnter(one)).isTrue();
    }
}
