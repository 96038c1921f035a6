package io.countersign.identity.signin;

import io.countersign.audit.chain.Hashes;
import io.countersign.audit.chain.SigningKey;
import io.countersign.http.HostCookie;
import io.countersign.identity.PersonName;
import io.countersign.identity.account.JdbcPersonRepository;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.security.crypto.keygen.Base64StringKeyGenerator;
import org.springframework.security.crypto.keygen.StringKeyGenerator;
import org.springframework.stereotype.Component;

/**
 * Recognizes browsers on which a user has signed in before, by a signed cookie with a random ID. The cookie gives no
 * access: it only gives the browser attempts of its own. See "Slow Down Online Guessing Attacks with Device Cookies" of
 * OWASP.
 */
@Component
public class KnownDevices {

    private static final String COOKIE = "device";
    private static final Duration AGE = Duration.ofDays(180);
    private static final Pattern COOKIE_VALUE =
            Pattern.compile("(?<id>[A-Za-z0-9_-]{43})\\.(?<second>[0-9]{1,11})\\.[0-9a-f]{64}");
    private static final StringKeyGenerator IDS =
            new Base64StringKeyGenerator(Base64.getUrlEncoder().withoutPadding(), 32);

    private final SigningKey key;
    private final JdbcPersonRepository people;
    private final InstantSource clock;

    KnownDevices(SigningKey key, JdbcPersonRepository people, InstantSource clock) {
        this.key = key;
        this.people = people;
        this.clock = clock;
    }

    /** Returns the ID of the device if this user has signed in on it with the current password; of several users the last. */
    Optional<String> id(String typedName, HttpServletRequest request) {
        return HostCookie.read(COOKIE, request)
                .map(COOKIE_VALUE::matcher)
                .filter(Matcher::matches)
                .filter(cookie -> isRecent(Long.parseLong(cookie.group("second"))))
                .filter(cookie -> equal(
                        cookie.group(), value(cookie.group("id"), Long.parseLong(cookie.group("second")), typedName)))
                .map(cookie -> cookie.group("id"));
    }

    /** Sets the cookie after a sign-in; a known device keeps its ID. */
    public void remember(String name, HttpServletRequest request, HttpServletResponse response) {
        String id = id(name, request).orElseGet(IDS::generateKey);
        HostCookie.set(COOKIE, value(id, clock.instant().getEpochSecond(), name), AGE, request, response);
    }

    private boolean isRecent(long second) {
        Instant at = Instant.ofEpochSecond(second);
        Instant now = clock.instant();
        return !at.isAfter(now) && at.plus(AGE).isAfter(now);
    }

    /** Another password makes the device unknown, so that a person who knew the former one gets no further attempts. */
    private String value(String id, long second, String typedName) {
        String password = people.findTyped(typedName)
                .flatMap(person -> people.passwordHash(person.name()))
                .orElse("");
        String signed = "device " + id + " at " + second + " of " + PersonName.key(typedName) + " with " + password;
        return id + "." + second + "." + Hashes.of(key.sign(signed));
    }

    private static boolean equal(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
