package io.countersign;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Opens the pages that users open most, over HTTP. */
final class PageTour {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Pattern INVITATION = Pattern.compile("href=\"(/invitations/[0-9a-f]{32})");
    private static final String LEAD = "username=lead&password=demo&_csrf=";

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final URI address;

    PageTour(URI address) {
        this.address = address;
    }

    void openSignIn(int rounds) throws InterruptedException {
        for (int i = 0; i < rounds; i++) {
            get("/login");
        }
    }

    /** Signs in as the lead of the demo. */
    void openAsLead(int rounds) throws InterruptedException {
        String token = first(TOKEN, get("/login"));
        send(request("/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(LEAD + URLEncoder.encode(token, StandardCharsets.UTF_8))));
        List<String> pages =
                List.of("/?view=all", first(INVITATION, get("/?view=all")), "/?type=LENS", "/history", "/lead");
        for (int i = 0; i < rounds; i++) {
            for (String page : pages) {
                get(page);
            }
        }
    }

    /** @throws IllegalStateException if the status is not 200, for example because the session has no user */
    private String get(String path) throws InterruptedException {
        HttpResponse<String> response = send(request(path).GET());
        if (response.statusCode() != 200) {
            throw new IllegalStateException(response.toString());
        }
        return response.body();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws InterruptedException {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String first(Pattern pattern, String page) {
        Matcher found = pattern.matcher(page);
        if (!found.find()) {
            throw new IllegalStateException("A page lacks " + pattern);
        }
        return found.group(1);
    }
}
