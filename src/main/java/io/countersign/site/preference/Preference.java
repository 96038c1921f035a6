package io.countersign.site.preference;

import io.countersign.http.HostCookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A personal display setting, which a cookie stores. Without the cookie, the default applies. */
public enum Preference {
    /** The theme of the browser by default. */
    THEME("theme", Set.of("light", "dark")),
    /** The density of the queue: one line for each row by default. */
    DENSITY("density", Set.of("comfortable")),
    /** The keyboard shortcuts: enabled by default. */
    KEYS("keys", Set.of("off"));

    private final String cookie;
    private final Set<String> choices;

    Preference(String cookie, Set<String> choices) {
        this.cookie = cookie;
        this.choices = choices;
    }

    /** Returns the stored choice; null for the default. */
    public @Nullable String of(HttpServletRequest request) {
        return HostCookie.read(cookie, request).filter(choices::contains).orElse(null);
    }

    /** Stores a choice for a year; any other value restores the default. */
    void store(String value, HttpServletRequest request, HttpServletResponse response) {
        HostCookie.set(cookie, choices.contains(value) ? value : "", Duration.ofDays(365), request, response);
    }
}
