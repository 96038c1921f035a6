package io.countersign.sso;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.identity.RecordedUsers;
import io.countersign.identity.Role;
import io.countersign.identity.TestBrowser;
import io.countersign.sso.provider.ProviderUser;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Tests that a sign-out at the provider ends the sessions here. */
class BackChannelLogoutTests extends ProviderFixture {

    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

    @Autowired
    ProviderSessions sessions;

    private TestBrowser second;

    @BeforeEach
    void signInTwice() throws Exception {
        signIn("ann", "leads");
        second = browser;
        browser = new TestBrowser(port);
        signIn("ann", "leads");
    }

    @ParameterizedTest
    @ValueSource(strings = {"logout+jwt", "JWT"})
    void endsAllSessionsAndTakesTheRoles(String type) throws Exception {
        HttpResponse<String> answer = send("keycloak", PROVIDER.logoutToken(Map.of("sub", "subject of ann"), type));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(signedIn(browser) || signedIn(second)).isFalse();
        assertThat(people.find("ann").orElseThrow().roles()).isEmpty();
        assertThat(entries())
                .endsWith("ann: AUTHORITY_CHANGED CHANGED user ann: LEAD → none\nfrom the groups of keycloak");
        assertThat(RecordedUsers.unrecorded(jdbc)).isEmpty();
        assertThat(signIn("ann", "leads").statusCode()).isEqualTo(302);
    }

    @Test
    void leavesTheRolesOfAUserWhoSignedOutHere() throws Exception {
        jdbc.sql("delete from spring_session").update();
        send("keycloak", PROVIDER.logoutToken(Map.of("sub", "subject of ann"), "JWT"));
        assertThat(people.find("ann").orElseThrow().roles()).containsExactly(Role.LEAD);
    }

    /** The provider answered before it sent the message. */
    @Test
    void anOlderAnswerOfTheProviderGivesNothingBack() throws Exception {
        send("keycloak", PROVIDER.logoutToken(Map.of("sub", "subject of ann"), "JWT"));
        sessions.refresh(
                new ProviderUser(
                        "keycloak",
                        PROVIDER.issuer(),
                        "subject of ann",
                        claims("ann", "leads"),
                        null,
                        "token",
                        "refresh"),
                new ProviderSession("ended", "ann", "keycloak", "refresh"));
        assertThat(people.find("ann").orElseThrow().roles()).isEmpty();
    }

    @Test
    void leavesOtherUsers() throws Exception {
        assertThat(send("keycloak", PROVIDER.logoutToken(Map.of("sub", "subject of bob"), "JWT"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(send("other", OTHER.logoutToken(Map.of("sub", "subject of ann"), "JWT"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(signedIn(browser) && signedIn(second)).isTrue();
    }

    @Test
    void leavesAUserWhomTheConfigurationTookOver() throws Exception {
        jdbc.sql("update person set origin = 'CONFIGURATION' where name = 'ann'")
                .update();
        try {
            send("keycloak", PROVIDER.logoutToken(Map.of("sub", "subject of ann"), "JWT"));
            assertThat(signedIn(browser)).isTrue();
        } finally {
            jdbc.sql("update person set origin = 'PROVIDER' where name = 'ann'").update();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "iss",
                "aud",
                "iat",
                "sub",
                "events",
                "other event",
                "event as text",
                "nonce",
                "expired",
                "old",
                "future",
                "type"
            })
    void refusesAnInvalidToken(String wrong) throws Exception {
        Map<String, Object> claims = new HashMap<>(Map.of("sub", "subject of ann"));
        Instant now = Instant.now();
        switch (wrong) {
            case "iss" -> claims.put("iss", OTHER.issuer());
            case "aud" -> claims.put("aud", "another");
            case "iat", "sub", "events" -> claims.put(wrong, null);
            case "other event" -> claims.put("events", Map.of("another", Map.of()));
            case "event as text" -> claims.put("events", Map.of(EVENT, "{}"));
            case "nonce" -> claims.put("nonce", "n");
            case "expired" -> claims.put("exp", Date.from(now.minusSeconds(121)));
            case "old" -> {
                claims.put("iat", Date.from(now.minusSeconds(421)));
                claims.put("exp", Date.from(now.plusSeconds(3600)));
            }
            case "future" -> claims.put("iat", Date.from(now.plusSeconds(150)));
            default -> {}
        }
        assertRefused(PROVIDER.logoutToken(claims, wrong.equals("type") ? "at+jwt" : "JWT"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "a.b.c"})
    void refusesMalformedText(String token) throws Exception {
        assertRefused(token);
    }

    @Test
    void refusesALongTextUnread() throws Exception {
        assertRefused("x".repeat(8_193));
        assertThat(entries())
                .endsWith("(no name): SIGN_IN REFUSED logout token of keycloak: it has more than 8192 characters");
    }

    @Test
    void refusesAForgedSignature() throws Exception {
        PROVIDER.forge(true);
        try {
            assertRefused(PROVIDER.logoutToken(Map.of("sub", "subject of ann"), "JWT"));
        } finally {
            PROVIDER.forge(false);
        }
    }

    @Test
    void answersForUnknownAndUnreachableProviders() throws Exception {
        String token = PROVIDER.logoutToken(Map.of("sub", "subject of ann"), "JWT");
        assertThat(send("nobody", token).statusCode()).isEqualTo(404);
        assertThat(send("down", token).statusCode()).isEqualTo(503);
        assertThat(signedIn(browser)).isTrue();
    }

    private void assertRefused(String token) throws Exception {
        HttpResponse<String> answer = send("keycloak", token);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo("{\"error\":\"invalid_request\"}");
        assertThat(signedIn(browser) && signedIn(second)).isTrue();
    }

    /** As a provider: without cookies. */
    private HttpResponse<String> send(String registration, String token) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(
                                        "http://127.0.0.1:" + port + "/logout/connect/back-channel/" + registration))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString("logout_token=" + encoded(token)))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private static boolean signedIn(TestBrowser browser) throws Exception {
        return browser.get("/teams").statusCode() == 200;
    }
}
