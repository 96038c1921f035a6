package io.countersign.identity.passkey;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The address of the application in the browser, to which a passkey is bound.
 *
 * @param host a host name; browsers refuse passkeys for IP addresses
 * @param origin scheme, host and port, as browsers state it
 */
public record PasskeySite(String host, String origin) {

    private static final Pattern HOST_NAME = Pattern.compile(
            "(?=.{1,253}$)(?!.*[.]?[0-9]+$)[a-z0-9]([a-z0-9-]*[a-z0-9])?([.][a-z0-9]([a-z0-9-]*[a-z0-9])?)*");

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    /** Returns the site of a request; empty if browsers offer no passkeys there. */
    static Optional<PasskeySite> of(HttpServletRequest request) {
        String host = request.getServerName().toLowerCase(Locale.ROOT);
        boolean local = host.equals("localhost") || host.endsWith(".localhost");
        return isHostName(host) && (request.isSecure() || local)
                ? Optional.of(new PasskeySite(host, request.getScheme() + "://" + host + port(request)))
                : Optional.empty();
    }

    static boolean isHostName(String host) {
        return HOST_NAME.matcher(host).matches();
    }

    private static String port(HttpServletRequest request) {
        int port = request.getServerPort();
        return port == (request.isSecure() ? HTTPS : HTTP) ? "" : ":" + port;
    }
}
