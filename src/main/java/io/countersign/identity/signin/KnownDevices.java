package io.countersign.identity.signin;

import io.countersign.audit.chain.Hashes;
import io.countersign.audit.chain.SigningKey;
import io.countersign.http.HostCookie;
import io.countersign.identity.PersonName;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
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
    private static final StringKeyGenerator IDS =
            new Base64StringKeyGenerator(Base64.getUrlEncoder().withoutPadding(), 32);

    private final SigningKey key;

    KnownDevices(SigningKey key) {
        this.key = key;
    }

    /** Returns the ID of the device if this user has signed in on it before; the last user if there are several. */
    Optional<String> id(String typedName, HttpServletRequest request) {
        return HostCookie.read(COOKIE, request).flatMap(cookie -> {
            String id = cookie.split("\\.", 2)[0];
            return equal(cookie, value(id, typedName)) ? Optional.of(id) : Optional.empty();
        });
    }

    /** Sets the cookie after a sign-in; a known device keeps its ID. */
    public void remember(String name, HttpServletRequest request, HttpServletResponse response) {
        HostCookie.set(COOKIE, value(id(name, request).orElseGet(IDS::generateKey), name), AGE, request, response);
    }

    private String value(String id, String name) {
        return id + "." + Hashes.of(key.sign("device " + id + " of " + PersonName.key(name)));
    }

    private static boolean equal(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
