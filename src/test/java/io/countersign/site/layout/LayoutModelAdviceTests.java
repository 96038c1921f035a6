package io.countersign.site.layout;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.identity.NoProviders;
import io.countersign.site.HeaderCounters;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class LayoutModelAdviceTests {

    @ParameterizedTest
    @CsvSource({"true, true, true", "true, false, false", "false, true, false"})
    void mentionsASimulatedHistoryInTheDemoOnly(boolean simulated, boolean demo, boolean history) {
        var advice = new LayoutModelAdvice(
                simulated,
                demo,
                new StaticListableBeanFactory().getBeanProvider(HeaderCounters.class),
                new NoProviders());
        assertThat(advice.simulated()).isEqualTo(simulated);
        assertThat(advice.simulatedHistory()).isEqualTo(history);
    }
}
