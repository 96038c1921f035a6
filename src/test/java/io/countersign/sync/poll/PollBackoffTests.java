package io.countersign.sync.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PollBackoffTests {

    private final PollBackoff pollBackoff = new PollBackoff(SourcePollServiceTests.properties(), () -> 0.5);

    @Test
    void pollsSoonerAfterAChange() {
        assertThat(pollBackoff.afterSuccess(false)).isEqualTo(Duration.ofMinutes(5));
        assertThat(pollBackoff.afterSuccess(true)).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void slowsDownForAFailingSourceUpToALimit() {
        assertThat(pollBackoff.afterFailure(1)).isEqualTo(Duration.ofMinutes(1));
        assertThat(pollBackoff.afterFailure(2)).isEqualTo(Duration.ofMinutes(2));
        assertThat(pollBackoff.afterFailure(6)).isEqualTo(Duration.ofMinutes(32));
        assertThat(pollBackoff.afterFailure(7)).isEqualTo(Duration.ofHours(1));
        assertThat(pollBackoff.afterFailure(1_000_000)).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void variesByUpToATenth() {
        assertThat(new PollBackoff(SourcePollServiceTests.properties(), () -> 0).afterSuccess(false))
                .isEqualTo(Duration.ofSeconds(270));
        assertThat(new PollBackoff(SourcePollServiceTests.properties(), () -> 1).afterSuccess(false))
                .isEqualTo(Duration.ofSeconds(330));
    }
}
