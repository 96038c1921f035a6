package io.countersign.sso;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.identity.TestBrowser;
import io.countersign.identity.passkey.FakeDevice;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** Tests the one user who may sign in without the identity provider. */
@TestPropertySource(properties = {"countersign.identity.break-glass-admin=BOSS", "countersign.passkey.roles=ADMIN"})
class BreakGlassSignInTests extends ProviderFixture {

    TestBrowser local;
    FakeDevice device;

    @BeforeEach
    void start() {
        local = new TestBrowser(port, "localhost");
        device = new FakeDevice(local.origin());
    }

    @AfterEach
    void removePasskeys() {
        jdbc.sql("delete from passkey").update();
    }

    @Test
    void refusesThePasswordOfOthersLikeAWrongOne() throws Exception {
        assertThat(location(local.signIn("ben", "demo"))).isEqualTo("/login?error");
        assertThat(location(local.signIn("boss", "wrong"))).isEqualTo("/login?error");
        assertThat(location(local.get("/users"))).isEqualTo("/login");
    }

    @Test
    void signsTheOneUserInWithAPasskeyAfterThePassword() throws Exception {
        assertThat(local.get("/login").body()).contains("<details", "Break-glass sign-in", "Sign in with Keycloak");
        local.signIn("boss", "demo");
        assertThat(location(local.get("/users"))).isEqualTo("/passkey?to=%2Fusers");
        addFirst();
        assertThat(local.get("/users").statusCode()).isEqualTo(200);
        assertThat(lastEntry()).isEqualTo("BREAK_GLASS_SIGN_IN boss passkey, without the identity provider");
        assertThat(local.get("/history?action=BREAK_GLASS_SIGN_IN").body())
                .contains("row-alarm", "Break-glass sign-in");
        assertThat(local.get("/users").body()).contains("just now");
    }

    @Test
    void signsTheOneUserInWithThePasskeyAlone() throws Exception {
        local.signIn("boss", "demo");
        addFirst();
        assertThat(location(signIn())).isEqualTo("/");
        assertThat(lastEntry()).isEqualTo("BREAK_GLASS_SIGN_IN boss passkey, without the identity provider");
    }

    @Test
    void refusesAUserWhoIsNoAdmin() throws Exception {
        jdbc.sql("update person set roles = 'REVIEWER' where name = 'boss'").update();
        try {
            assertThat(location(local.signIn("boss", "demo"))).isEqualTo("/login?error");
        } finally {
            jdbc.sql("update person set roles = 'ADMIN' where name = 'boss'").update();
        }
    }

    @Test
    void refusesThePasskeysOfOthers() throws Exception {
        local.signIn("boss", "demo");
        addFirst();
        jdbc.sql("update passkey set person = 'ben'").update();
        assertThat(location(signIn())).isEqualTo("/login?passkey");
    }

    private HttpResponse<String> signIn() throws Exception {
        TestBrowser next = new TestBrowser(port, "localhost");
        String answer = device.sign(next.get("/login/passkey").body());
        return next.postWithToken(
                "/login/passkey",
                "credential=" + URLEncoder.encode(answer, StandardCharsets.UTF_8),
                TestBrowser.field(next.get("/login"), "_csrf"));
    }

    private void addFirst() throws Exception {
        String answer = device.create(local.get("/passkey/options").body());
        local.postWithToken(
                "/passkey/first",
                "label=Key&credential=" + URLEncoder.encode(answer, StandardCharsets.UTF_8),
                TestBrowser.field(local.get("/passkey"), "_csrf"));
    }

    private String lastEntry() {
        return jdbc.sql("select action || ' ' || actor || ' ' || message from audit_entry"
                        + " where action like '%SIGN_IN' order by seq desc limit 1")
                .query(String.class)
                .single();
    }
}
