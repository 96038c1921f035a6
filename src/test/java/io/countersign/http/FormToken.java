package io.countersign.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A form token with the cookies that it is valid with.
 *
 * @param form the encoded value of the field {@code _csrf}
 * @param cookies the value of the header Cookie
 */
record FormToken(String form, String cookies) {

    private static final Pattern FIELD = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    /** @param cookies cookies of a session; empty for a visitor */
    static FormToken of(int port, String path, String cookies) {
        RawHttp.Response page = RawHttp.send(port, RawHttp.request("GET", path, "Cookie: " + cookies));
        Matcher field = FIELD.matcher(page.body());
        if (!field.find()) {
            throw new IllegalStateException(page.toString());
        }
        return new FormToken(
                URLEncoder.encode(field.group(1), StandardCharsets.UTF_8),
                Stream.concat(Stream.of(cookies), page.cookies()).collect(Collectors.joining("; ")));
    }

    /** Signs in and returns a token of the new session. */
    static FormToken signedIn(int port, String name, String password) {
        FormToken visitor = of(port, "/login", "");
        String form = "username=" + name + "&password=" + password + "&_csrf=" + visitor.form();
        RawHttp.Response signedIn =
                RawHttp.send(port, RawHttp.form("POST", "/login", form, "Cookie: " + visitor.cookies()));
        return of(port, "/keys", signedIn.cookies().collect(Collectors.joining("; ")));
    }
}
