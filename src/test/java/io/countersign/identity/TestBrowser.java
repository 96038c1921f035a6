package io.countersign.identity;

import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An HTTP client that keeps cookies, adds the token of the sign-in page to posts and follows no redirects. */
public class TestBrowser {

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String origin;

    public TestBrowser(int port) {
        this(port, "127.0.0.1");
    }

    /** @param host a name of this machine, as the browser would show it */
    public TestBrowser(int port, String host) {
        origin = "http://" + host + ":" + port;
    }

    /** Returns the same browser, with the same cookies, at another replica. */
    public TestBrowser at(int port) {
        TestBrowser there = new TestBrowser(port);
        cookies.getCookieStore()
                .getCookies()
                .forEach(cookie -> there.cookies.getCookieStore().add(URI.create(there.origin), cookie));
        return there;
    }

    public String origin() {
        return origin;
    }

    public HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(origin + path));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** Returns as soon as the headers arrive. */
    public HttpResponse<InputStream> open(String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(origin + path)).build(), HttpResponse.BodyHandlers.ofInputStream());
    }

    public HttpResponse<String> signIn(String name, String password) throws IOException, InterruptedException {
        return postWithToken("/login", "username=" + encoded(name) + "&password=" + encoded(password), token("/login"));
    }

    public HttpResponse<String> post(String path, String form) throws IOException, InterruptedException {
        return postWithToken(path, form, token("/probe/form"));
    }

    public HttpResponse<String> postWithToken(String path, String form, String token)
            throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(origin + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form + "&_csrf=" + encoded(token))));
    }

    @Nullable
    public String session() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("COUNTERSIGN"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse(null);
    }

    private String token(String page) throws IOException, InterruptedException {
        return field(get(page), "_csrf");
    }

    /** Returns the value of a hidden field of the page. */
    public static String field(HttpResponse<String> page, String name) {
        Matcher field =
                Pattern.compile("name=\"" + name + "\"[^>]*value=\"([^\"]+)\"").matcher(page.body());
        if (!field.find()) {
            throw new IllegalStateException("no " + name + " on " + page.uri());
        }
        return field.group(1);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
