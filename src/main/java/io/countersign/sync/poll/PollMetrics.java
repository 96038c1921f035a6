package io.countersign.sync.poll;

import io.countersign.connection.AwsFailure;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Counts and times polls. */
@Component
class PollMetrics {

    private static final String POLLS = "countersign.polls";
    private static final String COMPLETE = "COMPLETE";

    private final MeterRegistry registry;

    PollMetrics(MeterRegistry registry) {
        this.registry = registry;
        timer(COMPLETE); // registered at the start, so that an hour without a poll shows as 0
    }

    void polled(SourcePollService.Result result, long nanos) {
        AwsFailure awsFailure = result.status().failure();
        time(awsFailure == null ? COMPLETE : awsFailure.kind().name(), nanos);
    }

    void notStored(long nanos) {
        time("NOT_STORED", nanos);
    }

    private void time(String outcome, long nanos) {
        timer(outcome).record(nanos, TimeUnit.NANOSECONDS);
    }

    private Timer timer(String outcome) {
        return Timer.builder(POLLS)
                .description("Polls of a source, including all calls")
                .tag("outcome", outcome)
                .register(registry);
    }
}
