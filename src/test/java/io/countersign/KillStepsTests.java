package io.countersign;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Checks the steps of the kill tests without a kill, because those tests run last. */
class KillStepsTests {

    @Test
    void nameOnlyMethodsThatExist() throws ClassNotFoundException {
        assertThat(Class.forName("io.countersign.kill.Boundary").getEnumConstants())
                .isNotEmpty();
    }
}
