package io.countersign.identity.signin;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Counts forms that are refused before they reach a controller. An invalid token is an audit entry if the user is signed in.
 * Of other visitors only a bounded number of log lines remains, because audit entries are never deleted.
 */
@Component
public class RefusedForms {

    private static final Logger LOG = LoggerFactory.getLogger(RefusedForms.class);

    /** The most log lines an hour. */
    static final int LINES = 100;

    private final Counter token;
    private final Counter password;
    private final HourlyCount lines;
    private final SignInRecorder record;

    public RefusedForms(MeterRegistry registry, InstantSource clock, SignInRecorder record) {
        this.token = counter(registry, "token");
        this.password = counter(registry, "password");
        this.lines = new HourlyCount(clock);
        this.record = record;
    }

    private static Counter counter(MeterRegistry registry, String missing) {
        return Counter.builder("countersign.forms.refused")
                .description("Forms without a valid form token, and sensitive forms without a recent password")
                .tag("missing", missing)
                .register(registry);
    }

    /** The user can give the password and continue, so that this is no refusal in the audit log. */
    void withoutRecentPassword() {
        password.increment();
    }

    /** @param person null for a visitor who is not signed in */
    public void withoutToken(@Nullable String person, String method, String path) {
        token.increment();
        if (person != null) {
            record.accessRefused(person, method, path + ", without a valid form token");
        } else if (lines.next() <= LINES) {
            LOG.info("Refused {} {} without a valid form token and without a session", method, path);
        }
    }
}
