package io.countersign.sso;

import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A browser that follows redirects between sites. It keeps the cookies of each port apart, and sends those with the attribute
 * Secure to the loopback address, as browsers do.
 */
final class WebVisitor {

    private static final int MOST_REDIRECTS = 10;
    private static final Pattern ACTION = Pattern.compile("<form[^>]*\\saction=\"([^\"]+)\"");
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, Map<String, String>> cookies = new HashMap<>();

    /** @param uri the address after all redirects */
    record Page(URI uri, int status, String body, HttpHeaders headers) {

        /** Returns the address to which the form of the page is sent. */
        String action() {
            return uri.resolve(first(ACTION).replace("&amp;", "&")).toString();
        }

        String token() {
            return first(TOKEN);
        }

        private String first(Pattern pattern) {
            Matcher found = pattern.matcher(body);
            if (!found.find()) {
                throw new IllegalStateException(pattern + " is not on " + uri + ":\n" + body);
            }
            return found.group(1);
        }
    }

    Page get(String address) throws Exception {
        return follow(send(HttpRequest.newBuilder(URI.create(address))));
    }

    Page post(String address, Map<String, String> fields) throws Exception {
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return follow(send(HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))));
    }

    private Page follow(HttpResponse<String> first) throws Exception {
        HttpResponse<String> answer = first;
        for (int i = 0; i < MOST_REDIRECTS && answer.statusCode() / 100 == 3; i++) {
            String location = answer.headers().firstValue("Location").orElseThrow();
            answer = send(HttpRequest.newBuilder(answer.uri().resolve(location)));
        }
        return new Page(answer.uri(), answer.statusCode(), answer.body(), answer.headers());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        Map<String, String> own =
                cookies.computeIfAbsent(request.build().uri().getAuthority(), authority -> new HashMap<>());
        if (!own.isEmpty()) {
            request.header(
                    "Cookie",
                    own.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        answer.headers().allValues("Set-Cookie").stream()
                .flatMap(header -> HttpCookie.parse(header).stream())
                .forEach(cookie -> keep(cookie, own));
        return answer;
    }

    private static void keep(HttpCookie cookie, Map<String, String> own) {
        if (cookie.getMaxAge() == 0) {
            own.remove(cookie.getName());
        } else {
            own.put(cookie.getName(), cookie.getValue());
        }
    }
}
