package io.countersign.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.identity.TestBrowser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/** One user with a browser, signed in once; the session outlives the process. */
final class UserSession {

    /** The count on the first tab of the queue, which has all types. */
    private static final Pattern COUNT = Pattern.compile("tabs-count\">([0-9]+)<");

    private final TestBrowser browser;

    private UserSession(TestBrowser browser) {
        this.browser = browser;
    }

    static UserSession signedIn(int port, String person) {
        UserSession user = new UserSession(new TestBrowser(port));
        HttpResponse<String> response = call(() -> user.browser.signIn(person, ApplicationSettings.PASSWORD));
        assertThat(response.headers().firstValue("Location").orElse("")).doesNotContain("login");
        return user;
    }

    /** Returns the number of pending invitations. */
    int pending() {
        Matcher count = COUNT.matcher(page("/?view=all"));
        return count.find() ? Integer.parseInt(count.group(1)) : 0;
    }

    /** Returns whether the page of the invitation offers a decision. */
    boolean offers(String invitation) {
        return page("/invitations/" + invitation).contains("name=\"fingerprint\"");
    }

    String decision(long number) {
        return page("/decisions/" + number);
    }

    /** An opened form with its hidden fields. */
    record Form(String invitation, String token, String fingerprint) {}

    Form open(String invitation) {
        HttpResponse<String> page = get("/invitations/" + invitation);
        return new Form(invitation, TestBrowser.field(page, "_csrf"), TestBrowser.field(page, "fingerprint"));
    }

    /** @throws UncheckedIOException if the application dies before it answers */
    HttpResponse<String> send(Form form, String action) {
        return post(
                "/invitations/" + form.invitation() + "/decisions",
                "action=" + action + "&fingerprint=" + form.fingerprint() + "&reason=Agreed+with+the+owners+on+Monday.",
                form.token());
    }

    HttpResponse<String> withdraw(long decision) {
        String page = "/decisions/" + decision;
        return post(page + "/withdrawal", "", TestBrowser.field(get(page), "_csrf"));
    }

    /** Starts a bulk decision with one reason and returns the address of the batch. */
    String startBatch(String action, List<String> invitations) {
        String token = TestBrowser.field(get("/?view=all"), "_csrf");
        String selected = invitations.stream().map(id -> "&select=" + id).collect(Collectors.joining());
        String batch = post("/batches", "action=" + action + selected, token)
                .headers()
                .firstValue("Location")
                .map(address -> address.replaceFirst("^https?://[^/]+", ""))
                .orElseThrow();
        String items = IntStream.rangeClosed(1, invitations.size())
                .mapToObj(position -> "&item=" + position)
                .collect(Collectors.joining());
        post(batch + "/start", "reason=Agreed+with+the+owners+on+Monday." + items, token);
        return batch;
    }

    String batch(String batch) {
        return page(batch);
    }

    /** A decision without a request is reported as undecided and not sent again. */
    static long number(HttpResponse<String> response) {
        return response.headers()
                .firstValue("Location")
                .map(page -> Long.valueOf(page.replaceAll(".*/decisions/([0-9]+).*", "$1")))
                .orElseThrow();
    }

    /** Downloads the whole audit log with its checkpoints. */
    String record() {
        return page("/history/log.jsonl");
    }

    /** Returns the whole history from the oldest to the newest entry. */
    List<HistoryEntry> history() {
        return page("/history.jsonl?outcome=ALL")
                .lines()
                .map(line -> HistoryEntry.of(JsonMapper.shared().readTree(line)))
                .sorted()
                .toList();
    }

    private String page(String path) {
        HttpResponse<String> response = get(path);
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return response.body();
    }

    private HttpResponse<String> post(String path, String form, String token) {
        return call(() -> browser.postWithToken(path, form, token));
    }

    private HttpResponse<String> get(String path) {
        return call(() -> browser.get(path));
    }

    private interface Call<T> {
        T send() throws IOException, InterruptedException;
    }

    private static <T> T call(Call<T> call) {
        try {
            return call.send();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
