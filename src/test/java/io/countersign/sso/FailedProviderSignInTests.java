package io.countersign.sso;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.identity.TestBrowser;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Tests answers of providers that sign nobody in: each gives a page, an audit entry and one line in the log. */
@ExtendWith(OutputCaptureExtension.class)
class FailedProviderSignInTests extends ProviderFixture {

    private static final String CALLBACK = "/login/oauth2/code/keycloak";

    @AfterEach
    void restoreTheProvider() {
        PROVIDER.failWith(200);
        PROVIDER.forge(false);
        PROVIDER.answerAfter(Duration.ZERO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"down", "slash", "broken"})
    void saysThatAProviderCannotBeReached(String registration, CapturedOutput log) throws Exception {
        HttpResponse<String> answer = browser.get("/oauth2/authorization/" + registration);
        assertThat(answer.statusCode()).isEqualTo(503);
        assertRefused(answer, registration + " cannot be reached", log);
    }

    @Test
    void saysThatAProviderAnswersTooSlowly(CapturedOutput log) throws Exception {
        Map<String, String> request = begin("/oauth2/authorization/keycloak");
        PROVIDER.answerAfter(Duration.ofSeconds(7));
        Instant before = Instant.now();
        assertRefused(finish(request, PROVIDER, claims("ann", "reviewers")), "does not answer in time", log);
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(7));
    }

    @Test
    void refusesAnAnswerThatIsTooLarge(CapturedOutput log) throws Exception {
        Map<String, Object> claims = new HashMap<>(claims("ann", "reviewers"));
        claims.put("padding", "x".repeat(9 << 20));
        HttpResponse<String> answer = signIn(claims);
        assertThat(answer.statusCode()).isIn(400, 503);
        assertRefused(answer, "Keycloak", log);
    }

    @Test
    void refusesAFailedExchange(CapturedOutput log) throws Exception {
        PROVIDER.failWith(500);
        assertRefused(signIn("ann", "reviewers"), "The answer of Keycloak is not valid", log);
    }

    @Test
    void refusesASignatureOfAnotherKey(CapturedOutput log) throws Exception {
        PROVIDER.forge(true);
        assertRefused(signIn("ann", "reviewers"), "The answer of Keycloak is not valid", log);
    }

    @Test
    void acceptsANewKeyOfTheProvider() throws Exception {
        signIn("ann", "reviewers");
        PROVIDER.rotateKeys();
        browser = new TestBrowser(port);
        assertThat(signIn("ann", "reviewers").statusCode()).isEqualTo(302);
    }

    @ParameterizedTest
    @MethodSource("invalidClaims")
    void refusesInvalidClaims(String claim, Object value, CapturedOutput log) throws Exception {
        Map<String, Object> claims = claims("ann", "reviewers");
        claims.put(claim, value);
        HttpResponse<String> answer = signIn(claims);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertRefused(answer, "Keycloak", log);
    }

    static Stream<Object[]> invalidClaims() {
        Instant now = Instant.now();
        return Stream.of(
                new Object[] {"iss", "https://other.example"},
                new Object[] {"iss", null},
                new Object[] {"iss", "no address"},
                new Object[] {"aud", 5},
                new Object[] {"auth_time", "yesterday"},
                new Object[] {"exp", "tomorrow"},
                new Object[] {"aud", "another client"},
                new Object[] {"aud", null},
                new Object[] {"nonce", "another"},
                new Object[] {"nonce", null},
                new Object[] {"sub", null},
                new Object[] {"sub", ""},
                new Object[] {"sub", "x".repeat(256)},
                new Object[] {"sub", "a\nb"},
                new Object[] {"exp", Date.from(now.minusSeconds(200))},
                new Object[] {"exp", null},
                new Object[] {"iat", Date.from(now.plusSeconds(200))},
                new Object[] {"iat", null});
    }

    @Test
    void acceptsTwoMinutesOfDifferenceOfTheClocks() throws Exception {
        Map<String, Object> claims = claims("ann", "reviewers");
        claims.put("iat", Date.from(Instant.now().minusSeconds(400)));
        claims.put("exp", Date.from(Instant.now().minusSeconds(100)));
        assertThat(signIn(claims).statusCode()).isEqualTo(302);
        browser = new TestBrowser(port);
        claims.put("exp", Date.from(Instant.now().plusSeconds(400)));
        claims.put("iat", Date.from(Instant.now().plusSeconds(100)));
        assertThat(signIn(claims).statusCode()).isEqualTo(302);
    }

    @Test
    void saysThatTheProviderRefused(CapturedOutput log) throws Exception {
        String state = begin("/oauth2/authorization/keycloak").get("state");
        assertRefused(
                browser.get(CALLBACK + "?error=access_denied&error_description=%3Cb%3E&state=" + encoded(state)),
                "Keycloak did not sign you in",
                log);
    }

    @Test
    void refusesAReplayedAnswer(CapturedOutput log) throws Exception {
        Map<String, String> request = begin("/oauth2/authorization/keycloak");
        String code = PROVIDER.code(request, claims("ann", "reviewers"));
        assertThat(callback(CALLBACK, request.get("state"), code).statusCode()).isEqualTo(302);
        browser.get("/probe/decided");
        HttpResponse<String> again = callback(CALLBACK, request.get("state"), code);
        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(again.body()).contains("belongs to no sign-in that this browser began");
        assertThat(browser.get("/probe/decided").body()).as("the first session").isEqualTo("ann decided");
    }

    @Test
    void refusesAnAnswerThatAnotherBrowserBegan(CapturedOutput log) throws Exception {
        Map<String, String> request = begin("/oauth2/authorization/keycloak");
        browser = new TestBrowser(port);
        assertRefused(
                finish(request, PROVIDER, claims("eve", "reviewers")),
                "belongs to no sign-in that this browser began",
                log);
    }

    @Test
    void refusesAnAnswerForAnotherProvider(CapturedOutput log) throws Exception {
        Map<String, String> request = begin("/oauth2/authorization/keycloak");
        assertRefused(
                callback("/login/oauth2/code/other", request.get("state"), OTHER.code(request, claims("eve", "leads"))),
                "belongs to no sign-in that this browser began",
                log);
    }

    @Test
    void refusesAnAnswerOfAnotherIssuer(CapturedOutput log) throws Exception {
        Map<String, String> request = begin("/oauth2/authorization/keycloak");
        String code = PROVIDER.code(request, claims("ann", "reviewers"));
        assertRefused(
                browser.get(CALLBACK + "?state=" + encoded(request.get("state")) + "&code=" + code + "&iss="
                        + encoded(OTHER.issuer())),
                "The answer of Keycloak is not valid",
                log);
    }

    @Test
    void signsInInTwoWindowsAtOnce() throws Exception {
        Map<String, String> first = begin("/oauth2/authorization/keycloak");
        Map<String, String> second = begin("/oauth2/authorization/keycloak");
        assertThat(finish(first, PROVIDER, claims("ann", "reviewers")).statusCode())
                .isEqualTo(302);
        assertThat(location(finish(second, PROVIDER, claims("ann", "reviewers"))))
                .isEqualTo("/");
        assertThat(browser.get("/probe/decided").body()).isEqualTo("ann decided");
    }

    @Test
    void remembersAFewPendingSignIns() throws Exception {
        List<Map<String, String>> begun = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            begun.add(begin("/oauth2/authorization/keycloak"));
        }
        assertThat(finish(begun.get(0), PROVIDER, claims("ann", "reviewers")).statusCode())
                .isEqualTo(400);
        assertThat(finish(begun.get(19), PROVIDER, claims("ann", "reviewers")).statusCode())
                .isEqualTo(302);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/oauth2/authorization/keycloak?redirect_uri=https://evil.example",
                "/oauth2/authorization/keycloak?action=//evil.example/",
                "/oauth2/authorization/keycloak?post_logout_redirect_uri=https://evil.example",
                "/oauth2/authorization/keycloak?to=//evil.example&again=https://evil.example"
            })
    void redirectsToNoOtherSite(String path) throws Exception {
        Map<String, String> request = begin(path);
        assertThat(request.get("redirect_uri")).isEqualTo("http://127.0.0.1:" + port + CALLBACK);
        HttpResponse<String> answer = browser.get(CALLBACK + "?state=" + encoded(request.get("state")) + "&code="
                + PROVIDER.code(request, claims("ann", "reviewers"))
                + "&to=https://evil.example&redirect_uri=https://evil.example&continue=//evil.example");
        assertThat(location(answer)).isEqualTo("/");
    }

    @Test
    void knowsNoOtherProviders() throws Exception {
        assertThat(browser.get("/oauth2/authorization/unknown").statusCode()).isEqualTo(404);
        assertThat(browser.get("/login/oauth2/code/unknown?state=x&code=y").statusCode())
                .isEqualTo(404);
    }

    private void assertRefused(HttpResponse<String> answer, String words, CapturedOutput log) throws Exception {
        assertThat(answer.body()).contains("Sign-in failed", words).doesNotContain("Exception");
        assertThat(answer.statusCode()).isIn(400, 403, 503);
        assertThat(browser.session()).isNull();
        assertThat(jdbc.sql("select count(*) from spring_session")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(entries()).last().asString().startsWith("(no name): SIGN_IN REFUSED through ");
        assertThat(log.getOut())
                .containsPattern("WARN .* A sign-in through \\w+ failed: ")
                .doesNotContain("ERROR", "\tat ", FakeProvider.SECRET);
    }
}
