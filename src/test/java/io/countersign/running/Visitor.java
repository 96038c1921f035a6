package io.countersign.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A minimal browser with cookies and CSRF tokens, which follows no redirects. */
public final class Visitor {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http;
    private final String address;

    private Visitor(HttpClient http, String address) {
        this.http = http;
        this.address = address;
    }

    /** Creates a client that sends and stores no cookies. */
    public static Visitor anonymous(ApplicationProcess application) {
        return new Visitor(HttpClient.newHttpClient(), application.address());
    }

    public static Visitor signedIn(ApplicationProcess application) {
        HttpClient http =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        Visitor visitor = new Visitor(http, application.address());
        String form = "username=" + ApplicationProcess.PERSON + "&password=" + ApplicationProcess.PASSWORD;
        HttpResponse<String> answer = visitor.post("/login", form, visitor.token("/login"));
        if (!answer.headers().firstValue("Location").orElse("").endsWith("/")) {
            throw new IllegalStateException("not signed in: " + answer);
        }
        return visitor;
    }

    /** Returns a client with the same session that visits another replica. */
    public Visitor at(ApplicationProcess replica) {
        return new Visitor(http, replica.address());
    }

    /** @throws IllegalStateException if the status is not 200 */
    public String get(String path) {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(address + path)));
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.toString());
        }
        return answer.body();
    }

    public String token(String path) {
        Matcher token = TOKEN.matcher(get(path));
        if (!token.find()) {
            throw new IllegalStateException("no token on " + path);
        }
        return token.group(1);
    }

    /** Requests a poll of all sources without waiting for it. */
    public void refresh(String token) {
        post("/refresh", "scope=", token);
    }

    public HttpResponse<String> post(String path, String form, String token) {
        String body = form + "&_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
        return send(HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
