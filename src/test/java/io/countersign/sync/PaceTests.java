package io.countersign.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTests {

    private final Pace pace = new Pace(PollsTests.properties(), () -> 0.5);

    @Test
    void readsSoonerAfterAChange() {
        assertThat(pace.afterSuccess(false)).isEqualTo(Duration.ofMinutes(5));
        assertThat(pace.afterSuccess(true)).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void slowsDownForASourceThatKeepsFailingUpToABound() {
        assertThat(pace.afterFailure(1)).isEqualTo(Duration.ofMinutes(5));
        assertThat(pace.afterFailure(2)).isEqualTo(Duration.ofMinutes(10));
        assertThat(pace.afterFailure(4)).isEqualTo(Duration.ofMinutes(40));
        assertThat(pace.afterFailure(5)).isEqualTo(Duration.ofHours(1));
        assertThat(pace.afterFailure(1_000_000)).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void spreadsByATenthToEitherSide() {
        assertThat(new Pace(PollsTests.properties(), () -> 0).afterSuccess(false))
                .isEqualTo(Duration.ofSeconds(270));
        assertThat(new Pace(PollsTests.properties(), () -> 1).afterSuccess(false))
                .isEqualTo(Duration.ofSeconds(330));
    }
}
