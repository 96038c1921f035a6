package io.countersign.history;

import io.countersign.audit.checkpoint.AuditProperties;
import io.countersign.audit.verification.VerificationRepository;
import io.countersign.audit.verification.VerificationState;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/** Creates the badge of the last verification. */
@Component
class IntegrityBadges {

    /** The job that signs and verifies may take this long. */
    private static final Duration JOB_TIME = Duration.ofMinutes(5);

    private final VerificationRepository verification;
    private final Duration interval;
    private final InstantSource clock;

    IntegrityBadges(VerificationRepository verification, AuditProperties properties, InstantSource clock) {
        this.verification = verification;
        this.interval = properties.every();
        this.clock = clock;
    }

    IntegrityBadge now() {
        return of(verification.state());
    }

    IntegrityBadge of(VerificationState state) {
        IntegrityBadge badge = IntegrityBadge.of(state);
        return badge.tone().equals("ok") && overdue(badge.covered()) ? badge.neutral() : badge;
    }

    private boolean overdue(long covered) {
        return verification
                .oldestAfter(covered)
                .filter(oldest -> oldest.plus(interval).plus(JOB_TIME).isBefore(clock.instant()))
                .isPresent();
    }
}
