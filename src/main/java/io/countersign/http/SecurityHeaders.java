package io.countersign.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The headers of every response. A controller may replace {@code Cache-Control}. */
public final class SecurityHeaders {

    private static final Map<String, String> PLAIN = all();
    private static final Map<String, String> TLS = withTransportSecurity();

    private SecurityHeaders() {}

    /** Returns the headers by name. RFC 6797 forbids {@code Strict-Transport-Security} on plain HTTP. */
    static Map<String, String> of(boolean tls) {
        return tls ? TLS : PLAIN;
    }

    public static void set(HttpServletRequest request, HttpServletResponse response) {
        of(request.isSecure()).forEach(response::setHeader);
    }

    private static Map<String, String> withTransportSecurity() {
        Map<String, String> headers = new LinkedHashMap<>(PLAIN);
        headers.put("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        return Collections.unmodifiableMap(headers);
    }

    private static Map<String, String> all() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(
                "Content-Security-Policy",
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self';"
                        + " connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'");
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("X-Frame-Options", "DENY");
        headers.put("Cache-Control", "no-store");
        headers.put("Referrer-Policy", "same-origin");
        headers.put(
                "Permissions-Policy",
                "camera=(), geolocation=(), microphone=(), payment=(), usb=(), clipboard-read=()");
        headers.put("Cross-Origin-Opener-Policy", "same-origin");
        headers.put("Cross-Origin-Resource-Policy", "same-origin");
        return Collections.unmodifiableMap(headers);
    }
}
