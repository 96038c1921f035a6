package io.countersign.site.preference;

import io.countersign.http.HostCookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The theme setting, light or dark. Without a cookie, the preference of the browser applies. */
public final class Theme {

    private static final String COOKIE = "theme";

    private static final Set<String> CHOICES = Set.of("light", "dark");

    private Theme() {}

    /** Returns the stored theme; null if there is none. */
    public static @Nullable String of(HttpServletRequest request) {
        return HostCookie.read(COOKIE, request).filter(CHOICES::contains).orElse(null);
    }

    /** Stores the theme for a year; any other value deletes the cookie. */
    static void store(String theme, HttpServletRequest request, HttpServletResponse response) {
        HostCookie.set(COOKIE, CHOICES.contains(theme) ? theme : "", Duration.ofDays(365), request, response);
    }
}
