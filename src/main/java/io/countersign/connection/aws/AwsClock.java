package io.countersign.connection.aws;

import io.countersign.connection.api.ClockDifference;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * Compares the clock of this machine with the dates of responses from AWS. The SDK corrects its signatures by itself, so a
 * wrong clock does not fail a call, but the times of audit entries and deadlines are wrong.
 */
public final class AwsClock implements ExecutionInterceptor, ClockDifference {

    /** The header has a resolution of a second, and requests take seconds. */
    private static final Duration TOLERATED = Duration.ofMinutes(1);

    private static final ExecutionAttribute<Instant> SENT = new ExecutionAttribute<>("countersign.sent");
    private static final Logger log = LoggerFactory.getLogger(AwsClock.class);

    private final InstantSource clock;
    private volatile Duration ahead = Duration.ZERO;

    public AwsClock(InstantSource clock, MeterRegistry registry) {
        this.clock = clock;
        Gauge.builder("countersign.clock.ahead", () -> ahead.toMillis() / 1000.0)
                .description("How far this machine's clock is ahead of the clock of AWS; negative if it is behind")
                .baseUnit("seconds")
                .register(registry);
    }

    @Override
    public Optional<Duration> warning() {
        Duration now = ahead;
        return now.abs().compareTo(TOLERATED) > 0 ? Optional.of(now) : Optional.empty();
    }

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        attributes.putAttribute(SENT, clock.instant());
    }

    @Override
    public void afterTransmission(Context.AfterTransmission context, ExecutionAttributes attributes) {
        SdkHttpResponse response = context.httpResponse();
        // a proxy answers without the ID
        if (response.firstMatchingHeader("x-amzn-RequestId").isPresent()) {
            response.firstMatchingHeader("Date")
                    .flatMap(AwsClock::parsed)
                    .ifPresent(date -> compare(attributes.getAttribute(SENT), date, clock.instant()));
        }
    }

    /** Compares a date that AWS writes at this moment. */
    public void compare(Instant date) {
        Instant now = clock.instant();
        compare(now, date, now);
    }

    /** AWS wrote the date between sending and receiving. */
    private void compare(Instant sent, Instant date, Instant received) {
        boolean warned = warning().isPresent();
        ahead = date.isBefore(sent)
                ? Duration.between(date, sent)
                : date.isAfter(received) ? Duration.between(date, received) : Duration.ZERO;
        if (warning().isPresent() && !warned) {
            log.warn(
                    "The clock of this machine is {} seconds {} the clock of AWS. Times of audit entries and deadlines are"
                            + " wrong by as much: synchronize the clock (NTP)",
                    ahead.abs().toSeconds(),
                    ahead.isNegative() ? "behind" : "ahead of");
        } else if (warned && warning().isEmpty()) {
            log.info("The clock of this machine agrees with the clock of AWS again");
        }
    }

    private static Optional<Instant> parsed(String date) {
        try {
            return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from));
        } catch (DateTimeException malformed) {
            return Optional.empty();
        }
    }
}
