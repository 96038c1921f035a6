package io.countersign.connection.aws;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.metrics.CoreMetric;
import software.amazon.awssdk.http.HttpMetric;
import software.amazon.awssdk.metrics.MetricCollection;
import software.amazon.awssdk.metrics.MetricPublisher;
import software.amazon.awssdk.metrics.SdkMetric;

/**
 * Measures each call to AWS including retries and waits, and counts each attempt, so that throttled attempts are
 * visible even if a later one succeeds. Accounts and Regions are not labels, because there may be thousands.
 */
public final class AwsCallMetrics implements MetricPublisher {

    private static final String CALLS = "countersign.aws.calls";
    private static final String ATTEMPTS = "countersign.aws.attempts";

    private static final String SUCCESS = "SUCCESS";
    private static final String REFUSED = "REFUSED";
    private static final String AWS_DOWN = "AWS_DOWN";
    private static final String OTHER = "OTHER";

    /** Maps SDK error types (no response, or throttled) to outcome labels. */
    private static final Map<String, String> OUTCOMES =
            Map.of("Throttling", "THROTTLED", "ConfiguredTimeout", "TIMEOUT", "IO", "NO_ANSWER");

    private final MeterRegistry registry;

    public AwsCallMetrics(MeterRegistry registry) {
        this.registry = registry;
        // registered before the first event, so that rates include it
        count("ListShareInvitations", "THROTTLED", 0);
    }

    @Override
    public void publish(MetricCollection call) {
        String operation = first(call, CoreMetric.OPERATION_NAME, OTHER);
        List<String> attempts = call.children().stream()
                .filter(child -> child.name().equals("ApiCallAttempt"))
                .map(AwsCallMetrics::outcome)
                .toList();
        attempts.forEach(outcome -> count(operation, outcome, 1));
        Duration took = first(call, CoreMetric.API_CALL_DURATION, Duration.ZERO);
        Timer.builder(CALLS)
                .description("Calls to AWS, including retries and waits")
                .tags("operation", operation, "outcome", outcome(call, attempts))
                .register(registry)
                .record(took);
    }

    private void count(String operation, String outcome, int times) {
        Counter.builder(ATTEMPTS)
                .description("Requests sent to AWS")
                .tags("operation", operation, "outcome", outcome)
                .register(registry)
                .increment(times);
    }

    /** Returns the outcome of the last attempt, or of the call if there was no attempt. */
    private static String outcome(MetricCollection call, List<String> attempts) {
        if (first(call, CoreMetric.API_CALL_SUCCESSFUL, false)) {
            return SUCCESS;
        }
        String last = attempts.isEmpty() ? OTHER : attempts.get(attempts.size() - 1);
        return last.equals(SUCCESS) ? OTHER : last;
    }

    private static String outcome(MetricCollection attempt) {
        int status = first(attempt, HttpMetric.HTTP_STATUS_CODE, 0);
        String error = first(attempt, CoreMetric.ERROR_TYPE, "");
        if (error.isEmpty()) {
            return status >= 200 && status < 300 ? SUCCESS : OTHER;
        }
        return OUTCOMES.getOrDefault(error, answered(status));
    }

    /** The SDK reports every error response as a server error. */
    private static String answered(int status) {
        if (status >= 500) {
            return AWS_DOWN;
        }
        return status >= 400 ? REFUSED : OTHER;
    }

    private static <T> T first(MetricCollection metrics, SdkMetric<T> metric, T otherwise) {
        List<@Nullable T> values = metrics.metricValues(metric);
        T value = values.isEmpty() ? null : values.get(0);
        return value == null ? otherwise : value;
    }

    @Override
    public void close() {
        // nothing to close
    }
}
