package io.countersign.audit.verification;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** Metrics of the last verification. */
@Component
public class VerificationMetrics {

    public VerificationMetrics(VerificationRepository rows, MeterRegistry registry) {
        Gauge.builder("countersign.audit.broken", () -> rows.state().kind() == null ? 0 : 1)
                .register(registry);
        Gauge.builder("countersign.audit.unverified", () -> rows.state().failure() == null ? 0 : 1)
                .register(registry);
    }
}
