package io.countersign.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import io.countersign.identity.account.DemoPeople;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class DemoHistoryTests {

    private final DemoClock clock = new DemoClock();
    private final FirstStart firstStart = mock(FirstStart.class);
    private final DemoPeople people = mock(DemoPeople.class);
    private final DemoActions actions = mock(DemoActions.class);

    /** Entries with the real time would prevent the history of the next start. */
    @Test
    void stopsTheStartInThePastIfTheSimulatorDoesNotAnswer() {
        when(firstStart.begin(any())).thenReturn(true);
        when(actions.simulator()).thenReturn(new DemoSimulator("http://127.0.0.1:1"));
        DemoHistory history = new DemoHistory(clock, firstStart, people, actions);
        history.afterPropertiesSet();

        assertThatThrownBy(history::start).isInstanceOfSatisfying(DemoHistoryException.class, failure -> {
            var analysis = new DemoHistoryAnalyzer().analyze(failure, failure);
            assertThat(analysis.getDescription()).contains("the simulator does not answer at http://127.0.0.1:1.");
            assertThat(analysis.getAction()).contains("countersign.aws.endpoint");
        });

        verifyNoInteractions(people);
        assertThat(clock.instant()).isBefore(Instant.now().minus(56, ChronoUnit.DAYS));
    }
}
