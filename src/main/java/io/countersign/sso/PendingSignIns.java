package io.countersign.sso;

import io.countersign.http.HostCookie;
import io.countersign.sso.provider.IdTokens;
import io.countersign.sso.provider.PendingSignIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Keeps pending sign-ins in a cookie, so that visitors need no session. A few can be pending at once, for several windows;
 * each can be finished once.
 */
@Component
class PendingSignIns {

    private static final String COOKIE = "sso";
    private static final String SEPARATOR = "/";
    private static final Duration KEPT = Duration.ofMinutes(10);

    /** A cookie has at most 4,096 bytes. */
    private static final int MOST = 5;

    private final InstantSource clock;

    PendingSignIns(InstantSource clock) {
        this.clock = clock;
    }

    /** Adds a sign-in. The oldest is forgotten if there are too many. */
    void add(PendingSignIn started, HttpServletRequest request, HttpServletResponse response) {
        List<PendingSignIn> all = new ArrayList<>(all(request));
        all.add(started);
        store(all.subList(Math.max(0, all.size() - MOST), all.size()), request, response);
    }

    /** Removes and returns the sign-in to which an answer belongs. */
    Optional<PendingSignIn> take(
            String registration, String state, HttpServletRequest request, HttpServletResponse response) {
        List<PendingSignIn> all = new ArrayList<>(all(request));
        Optional<PendingSignIn> found = all.stream()
                .filter(each ->
                        each.registration().equals(registration) && each.state().equals(state))
                .findFirst();
        found.ifPresent(each -> {
            all.remove(each);
            store(all, request, response);
        });
        return found;
    }

    private List<PendingSignIn> all(HttpServletRequest request) {
        Instant now = clock.instant();
        return HostCookie.read(COOKIE, request).stream()
                .flatMap(value -> Arrays.stream(value.split(SEPARATOR)))
                .flatMap(text -> PendingSignIn.parse(text).stream())
                .filter(each -> each.at().isAfter(now.minus(KEPT)) && each.at().isBefore(now.plus(IdTokens.SKEW)))
                .toList();
    }

    private static void store(List<PendingSignIn> all, HttpServletRequest request, HttpServletResponse response) {
        String value = all.stream().map(PendingSignIn::text).collect(Collectors.joining(SEPARATOR));
        HostCookie.set(COOKIE, value, KEPT, request, response);
    }
}
