package io.countersign.site;

import java.time.Duration;
import org.springframework.http.ResponseCookie;

/** Whether single keys are shortcuts: on, unless a cookie says off. */
final class Keys {

    static final String COOKIE = "keys";
    static final String OFF = "off";

    private Keys() {}

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
