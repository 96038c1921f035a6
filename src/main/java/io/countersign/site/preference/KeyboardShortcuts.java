package io.countersign.site.preference;

import java.time.Duration;
import org.springframework.http.ResponseCookie;

/** Whether single keys are shortcuts: on, unless a cookie says off. */
public final class KeyboardShortcuts {

    public static final String COOKIE = "keys";
    public static final String OFF = "off";

    private KeyboardShortcuts() {}

    /** Keeps {@code off} for a year; anything else switches them on again. */
    static ResponseCookie cookie(String keys, String contextPath, boolean secure) {
        boolean off = OFF.equals(keys);
        return ResponseCookie.from(COOKIE, off ? OFF : "")
                .path(contextPath + "/")
                .maxAge(off ? Duration.ofDays(365) : Duration.ZERO)
                .sameSite("Lax")
                .secure(secure)
                .build();
    }
}
