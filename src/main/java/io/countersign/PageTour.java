package io.countersign;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Opens the pages that users open most, over HTTP. */
final class PageTour {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Pattern INVITATION = Pattern.compile("href=\"[^\"]*(/invitations/[0-9a-f]{32})");
    private static final String LEAD = "username=lead&password=demo&_csrf=";

    /** Without a proxy, which would receive the pages and the headers. */
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .proxy(HttpClient.Builder.NO_PROXY)
            .build();

    private final URI address;
    private final Map<String, String> headers;
    private final long end;

    /**
     * @param address without a slash at its end
     * @param headers of each request
     * @param time for all pages
     */
    PageTour(URI address, Map<String, String> headers, Duration time) {
        this.address = address;
        this.headers = headers;
        this.end = System.nanoTime() + time.toNanos();
    }

    private long left() {
        return end - System.nanoTime();
    }

    void openSignIn() throws InterruptedException {
        get("/login");
    }

    /** Signs in as the lead of the demo. */
    void signInAsLead() throws InterruptedException {
        Matcher token = TOKEN.matcher(get("/login"));
        if (!token.find()) {
            throw new IllegalStateException("The sign-in page has no form token");
        }
        send(request("/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(LEAD + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8))));
    }

    /**
     * Opens the queue, its first invitation, a filter, the audit log and the overview.
     *
     * @return whether the queue has an invitation
     */
    boolean openPages() throws InterruptedException {
        Matcher invitation = INVITATION.matcher(get("/?view=all"));
        boolean found = invitation.find();
        if (found) {
            get(invitation.group(1));
        }
        get("/?type=LENS");
        get("/history");
        get("/lead");
        return found;
    }

    /**
     * @throws OverException if no answer came in time
     * @throws IllegalStateException if the status is not 200, for example because the session has no user
     */
    private String get(String path) throws InterruptedException {
        HttpResponse<String> response = send(request(path).GET());
        if (response.statusCode() != 200) {
            throw new IllegalStateException(response.toString());
        }
        return response.body();
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
        headers.forEach(request::header);
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws InterruptedException {
        CompletableFuture<HttpResponse<String>> answer = http.sendAsync(request.build(), BodyHandlers.ofString());
        try {
            return answer.get(Math.max(left(), 0), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new OverException();
        } catch (ExecutionException e) {
            throw new IllegalStateException("A page was not answered", e);
        }
    }

    /** The time is over. */
    static final class OverException extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
