package io.countersign.sso;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.identity.TestBrowser;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests how users of a provider confirm their sign-in for critical actions. */
class ProviderConfirmationTests extends ProviderFixture {

    private static final String AGAIN = "/oauth2/authorization/keycloak?again";

    @BeforeEach
    void signInLongAgo() throws Exception {
        Map<String, Object> claims = claims("ann", "admins");
        claims.put("auth_time", ago(Duration.ofHours(2)));
        signIn(claims);
    }

    @Test
    void countsASignInThatTheProviderAskedForAsRecent() throws Exception {
        assertThat(fresh()).isFalse();
        removeUsers();
        Map<String, Object> claims = claims("ann", "admins");
        claims.put("auth_time", ago(Duration.ofMinutes(4)));
        signIn(claims);
        assertThat(fresh()).isTrue();
    }

    @Test
    void keepsTheFormOfAnotherWindowDuringTheConfirmation() throws Exception {
        HttpResponse<String> form = browser.get("/teams/new");
        String token = TestBrowser.field(form, "_csrf");
        HttpResponse<String> prompt = browser.postWithToken("/teams", "name=Retail+%22x%22&accounts=", token);
        assertThat(prompt.statusCode()).isEqualTo(403);
        assertThat(prompt.body())
                .contains(
                        "href=\"/oauth2/authorization/keycloak?again\"",
                        "target=\"_blank\"",
                        "<title>Confirm your sign-in",
                        "Confirm it with Keycloak in a new window",
                        "name=\"name\" value=\"Retail &quot;x&quot;\"")
                .doesNotContain("type=\"password\"");
        HttpResponse<String> early =
                browser.postWithToken("/teams", "name=Retail+%22x%22&accounts=&current-password=", token);
        assertThat(early.statusCode()).isEqualTo(400);
        assertThat(early.body())
                .contains("Confirm your sign-in in the new window first", "value=\"Retail &quot;x&quot;\"");
        String session = browser.session();

        HttpResponse<String> confirmed = confirm(claims("ann", "admins"), Instant.now());

        assertThat(confirmed.body()).contains("Sign-in confirmed");
        assertThat(browser.session()).isNotEqualTo(session);
        assertThat(fresh()).isTrue();
        HttpResponse<String> sent =
                browser.postWithToken("/teams", "name=Retail+%22x%22&accounts=&current-password=", token);
        assertThat(sent.statusCode()).isEqualTo(302);
        assertThat(entries()).endsWith("ann: SIGN_IN DONE confirmed through keycloak");
    }

    @Test
    void asksTheProviderToAskAgain() throws Exception {
        assertThat(begin(AGAIN)).containsEntry("prompt", "login").containsEntry("max_age", "0");
    }

    @Test
    void continuesThePageThatAsksForTheConfirmation() throws Exception {
        HttpResponse<String> page = browser.get("/again?to=/teams");
        assertThat(page.body())
                .contains("href=\"/oauth2/authorization/keycloak?again\"", "Confirm your sign-in</h1>")
                .doesNotContain("type=\"password\"");
        assertThat(browser.post("/again", "to=/teams&current-password=").body())
                .contains("Confirm your sign-in in the new window first");
        assertThat(browser.post("/again", "to=/teams&password=demo").statusCode())
                .isEqualTo(400);
        confirm(claims("ann", "admins"), Instant.now());
        assertThat(location(browser.post("/again", "to=/teams"))).isEqualTo("/teams");
    }

    @Test
    void refusesAnAnswerWithoutARecentTime() throws Exception {
        for (Instant time : new Instant[] {
            null, Instant.now().minusSeconds(3600), Instant.now().plusSeconds(600)
        }) {
            HttpResponse<String> answer = confirm(claims("ann", "admins"), time);
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("Keycloak did not ask for your sign-in again");
            assertThat(fresh()).isFalse();
        }
    }

    @Test
    void refusesAnotherUserAndLeavesTheSessionAsItIs() throws Exception {
        String session = browser.session();
        HttpResponse<String> answer = confirm(claims("eve", "admins"), Instant.now());
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("signed in another user");
        assertThat(browser.session()).isEqualTo(session);
        assertThat(browser.get("/probe/decided").body()).isEqualTo("ann decided");
        assertThat(fresh()).isFalse();
        assertThat(people.find("eve")).isEmpty();
    }

    @Test
    void takesRolesOfTheNewAnswer() throws Exception {
        confirm(claims("ann", "leads"), Instant.now());
        assertThat(people.find("ann").orElseThrow().isAdmin()).isFalse();
        assertThat(browser.get("/users").statusCode()).isEqualTo(403);
    }

    private HttpResponse<String> confirm(Map<String, Object> claims, Instant time) throws Exception {
        claims.put("auth_time", time == null ? null : time.getEpochSecond());
        return finish(begin(AGAIN), PROVIDER, claims);
    }

    private boolean fresh() throws Exception {
        return browser.get("/probe/fresh").body().endsWith("true");
    }

    private static long ago(Duration age) {
        return Instant.now().minus(age).getEpochSecond();
    }
}
