package io.countersign.sso;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.identity.TestBrowser;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tests the sign-out, which continues at the provider. */
class ProviderSignOutTests extends ProviderFixture {

    @Test
    void continuesAtTheProvider() throws Exception {
        signIn("ann", "reviewers");

        HttpResponse<String> page = signOut();

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("You are signed out of Countersign");
        assertThat(page.headers().firstValue("Clear-Site-Data")).contains("\"storage\"");
        String refresh = page.headers().firstValue("Refresh").orElseThrow();
        assertThat(refresh).startsWith("0;url=" + PROVIDER.issuer() + "/sign-out?");
        Map<String, String> parameters = FakeProvider.parameters(
                URI.create(refresh.substring("0;url=".length())).getRawQuery());
        assertThat(parameters)
                .containsEntry("client_id", "countersign")
                .containsEntry("post_logout_redirect_uri", "http://127.0.0.1:" + port + "/login?signed-out");
        assertThat(parameters.get("id_token_hint").split("\\.")).hasSize(3);
        assertThat(browser.get("/probe/decided").statusCode()).isEqualTo(302);
        assertThat(entries()).endsWith("ann: SIGN_OUT DONE ");
    }

    @Test
    void endsWithoutTheHintIfTheTokenIsTooLong() throws Exception {
        signIn(
                "ann",
                "reviewers",
                "x".repeat(256),
                "y".repeat(256),
                "z".repeat(256),
                "a".repeat(256),
                "b".repeat(256),
                "c".repeat(256),
                "d".repeat(256),
                "e".repeat(256),
                "f".repeat(256),
                "g".repeat(256),
                "h".repeat(256));
        HttpResponse<String> page = signOut();
        assertThat(page.headers().firstValue("Refresh").orElseThrow())
                .contains("client_id=countersign")
                .doesNotContain("id_token_hint");
    }

    @Test
    void endsHereForUsersWithAPassword() throws Exception {
        browser.signIn("ben", "demo");
        assertThat(location(signOut())).isEqualTo("/login?signed-out");
    }

    @Test
    void showsThePageOfTheSignOutToNobodyElse() throws Exception {
        String token = TestBrowser.field(browser.get("/login"), "_csrf");
        assertThat(browser.postWithToken("/signed-out", "", token).statusCode()).isEqualTo(400);
    }

    private HttpResponse<String> signOut() throws Exception {
        return browser.post("/logout", "");
    }
}
