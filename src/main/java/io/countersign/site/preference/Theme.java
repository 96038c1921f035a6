package io.countersign.site.preference;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;

/** The theme setting, light or dark. Without a cookie, the preference of the browser applies. */
public final class Theme {

    public static final String COOKIE = "theme";

    private static final Set<String> CHOICES = Set.of("light", "dark");

    private Theme() {}

    public static boolean known(@Nullable String theme) {
        return theme != null && CHOICES.contains(theme);
    }

    /** Stores the theme for a year; any other value deletes the cookie. */
    static ResponseCookie cookie(String theme, String contextPath, boolean secure) {
        boolean known = known(theme);
        return ResponseCookie.from(COOKIE, known ? theme : "")
                .path(contextPath + "/")
                .maxAge(known ? Duration.ofDays(365) : Duration.ZERO)
                .sameSite("Lax")
                .secure(secure)
                .build();
    }
}
