package io.countersign.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.identity.TestBrowser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** What one person sees and does in a browser, signed in once: the session outlives the process. */
final class Desk {

    private final TestBrowser browser;

    private Desk(TestBrowser browser) {
        this.browser = browser;
    }

    static Desk signedIn(int port, String person) {
        Desk desk = new Desk(new TestBrowser(port));
        HttpResponse<String> response = calling(() -> desk.browser.signIn(person, Settings.PASSWORD));
        assertThat(response.headers().firstValue("Location").orElse("")).doesNotContain("login");
        return desk;
    }

    boolean knows(String invitation) {
        return get("/invitations/" + invitation).statusCode() == 200;
    }

    /** Whether the page of the invitation offers to decide. */
    boolean offers(String invitation) {
        return page("/invitations/" + invitation).contains("name=\"action\"");
    }

    String decision(long number) {
        return page("/decisions/" + number);
    }

    /** @throws UncheckedIOException if the application dies before it answers */
    HttpResponse<String> decide(String invitation, String action) {
        return decide(invitation, action, open(invitation));
    }

    /** Opens the page of the invitation; returns the token of its form. */
    String open(String invitation) {
        return calling(() -> browser.token("/invitations/" + invitation));
    }

    /** Sends the form of a page that was opened before. */
    HttpResponse<String> decide(String invitation, String action, String token) {
        return calling(() -> browser.postWithToken(
                "/invitations/" + invitation + "/decisions",
                "action=" + action + "&reason=Agreed+with+the+owners+on+Monday.",
                token));
    }

    /** The whole history, oldest first. */
    List<HistoryEntry> history() {
        return page("/history.jsonl")
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

    private HttpResponse<String> get(String path) {
        return calling(() -> browser.get(path));
    }

    private interface Call<T> {
        T send() throws IOException, InterruptedException;
    }

    private static <T> T calling(Call<T> call) {
        try {
            return call.send();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
