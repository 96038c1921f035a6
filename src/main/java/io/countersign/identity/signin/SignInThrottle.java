package io.countersign.identity.signin;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Limits how many passwords can be tried. A device on which the user has signed in before has a limit of its own, so
 * that strangers who try the name cannot lock out its user there. Unknown names are counted like known ones, so that a
 * refusal reveals nothing about names.
 */
@Component
public class SignInThrottle {

    /** A counter starts again this long after its first attempt. */
    public static final Duration WINDOW = Duration.ofMinutes(15);

    /** Attempts for a name from one network, from one known device, or of one signed-in user. */
    public static final int LIMIT = 5;

    /** Attempts for a name from all networks, without known devices. */
    static final int LIMIT_OF_NAME = 20;

    /** Attempts for all names from one network, without known devices. */
    static final int LIMIT_OF_NETWORK = 100;

    private final SignInAttemptRepository attempts;
    private final KnownDevices devices;

    SignInThrottle(SignInAttemptRepository attempts, KnownDevices devices) {
        this.attempts = attempts;
        this.devices = devices;
    }

    /** Uses one attempt to sign in if one is left. */
    boolean takeSignIn(String name) {
        return counters(name).stream().allMatch(attempts::take);
    }

    /** Uses one attempt of a signed-in user to confirm the password, if one is left. */
    boolean takeConfirmation(String name) {
        return attempts.take(confirmation(name));
    }

    /** Resets the counters after a correct password; those that others share get only this attempt back. */
    @Transactional
    void signedIn(String name) {
        for (AttemptCounter counter : counters(name)) {
            if (counter.shared()) {
                attempts.giveBack(counter);
            } else {
                attempts.forget(counter);
            }
        }
    }

    void confirmed(String name) {
        attempts.forget(confirmation(name));
    }

    private List<AttemptCounter> counters(String name) {
        String key = NameHash.text(name);
        String network = ClientAddress.network();
        return device(name)
                .map(device -> List.of(new AttemptCounter(key + " on " + device, LIMIT, false)))
                .orElseGet(() -> List.of(
                        // first, because it bounds the rows of the others
                        new AttemptCounter("network " + network, LIMIT_OF_NETWORK, true),
                        new AttemptCounter(key + " from " + network, LIMIT, false),
                        new AttemptCounter(key, LIMIT_OF_NAME, true)));
    }

    private static AttemptCounter confirmation(String name) {
        return new AttemptCounter(NameHash.text(name) + " signed in", LIMIT, false);
    }

    private Optional<String> device(String name) {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? devices.id(name, attributes.getRequest())
                : Optional.empty();
    }
}
