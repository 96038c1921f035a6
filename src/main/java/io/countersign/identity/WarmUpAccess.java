package io.countersign.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Lets a starting replica read its own pages as one of its users, before it is ready. Only this process knows the token,
 * which is void from {@link #end} on.
 */
@Component
public final class WarmUpAccess {

    /** The header of a request that has the token. */
    public static final String HEADER = "Countersign-Warm-Up";

    private static final String MARK = WarmUpAccess.class.getName();

    private volatile @Nullable Access current;

    /** Marks a request as one of the replica, so that it is not recorded as one of the user. */
    public static void mark(HttpServletRequest request) {
        request.setAttribute(MARK, true);
    }

    public static boolean marked(HttpServletRequest request) {
        return request.getAttribute(MARK) != null;
    }

    /** Returns a token that replaces the one before. */
    public String begin(Person user) {
        String token = RandomToken.next();
        current = new Access(token, user);
        return token;
    }

    public void end() {
        current = null;
    }

    /** Returns the user of a token; empty if it is not the current one. */
    public Optional<Person> userOf(String token) {
        Access access = current;
        return access != null && access.has(token) ? Optional.of(access.user) : Optional.empty();
    }

    private record Access(String token, Person user) {

        boolean has(String other) {
            return MessageDigest.isEqual(
                    token.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
        }
    }
}
