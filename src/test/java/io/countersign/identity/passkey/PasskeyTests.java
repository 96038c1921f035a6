package io.countersign.identity.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.audit.AuditEntry;
import io.countersign.identity.DemoUsersFixture;
import io.countersign.identity.TestBrowser;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestPropertySource;

/** Tests passkeys with the running application; the device is simulated, its signatures are real. */
@TestPropertySource(properties = "countersign.passkey.roles=ADMIN, LEAD")
class PasskeyTests extends DemoUsersFixture {

    TestBrowser browser;
    FakeDevice device;

    @BeforeEach
    void start() {
        browser = new TestBrowser(port, "localhost");
        device = new FakeDevice(browser.origin());
    }

    @AfterEach
    void removePasskeys() {
        jdbc.sql("delete from passkey").update();
    }

    @Test
    void givesNoRoleBeforeARequiredPasskey() throws Exception {
        browser.signIn("lead", "demo");
        assertThat(location(browser.get("/probe/decided"))).isEqualTo("/passkey?to=%2Fprobe%2Fdecided");
        assertThat(browser.get("/refresh/events").statusCode()).isEqualTo(302);
        HttpResponse<String> page = browser.get("/passkey?to=/probe/decided");
        assertThat(page.body()).contains("Add a passkey", "You are signed in as lead.");
        HttpResponse<String> sent = browser.postWithToken("/probe/decided", "", TestBrowser.field(page, "_csrf"));
        assertThat(location(sent)).isEqualTo("/passkey?to=%2F");
        assertThat(messages()).containsExactly("password; a passkey must follow");
    }

    @Test
    void asksOnlyForTheConfiguredRoles() throws Exception {
        browser.signIn("reviewer", "demo");
        assertThat(browser.get("/probe/decided").body()).isEqualTo("reviewer decided");
        assertThat(location(browser.get("/passkey?to=/teams"))).isEqualTo("/teams");
        assertThat(messages()).containsExactly((String) null);
    }

    @Test
    void addsTheFirstPasskeyAfterThePassword() throws Exception {
        browser.signIn("lead", "demo");
        assertThat(location(addFirst())).isEqualTo("/teams");
        assertThat(browser.get("/probe/decided").body()).isEqualTo("lead decided");
        assertThat(messages())
                .containsExactly("password; a passkey must follow", "user passkey lead: added “Laptop”", "passkey");
    }

    @Test
    void needsThePasskeyAtTheNextSignIn() throws Exception {
        browser.signIn("lead", "demo");
        addFirst();
        TestBrowser next = new TestBrowser(port, "localhost");
        next.signIn("lead", "demo");
        HttpResponse<String> page = next.get("/passkey");
        assertThat(page.body()).contains("Confirm with your passkey").doesNotContain("Create passkey");

        String token = TestBrowser.field(page, "_csrf");
        FakeDevice thief = new FakeDevice(browser.origin());
        String stolen = thief.create(next.get("/passkey/options").body());
        HttpResponse<String> added =
                next.postWithToken("/passkey/first", form("label", "Mine", "credential", stolen), token);
        assertThat(added.statusCode()).isEqualTo(400);
        assertThat(added.body()).contains("You have a passkey already.");

        String signed = device.sign(next.get("/login/passkey").body());
        assertThat(location(next.postWithToken("/passkey", form("credential", signed, "to", "//evil.example"), token)))
                .isEqualTo("/");
        assertThat(next.get("/probe/decided").body()).isEqualTo("lead decided");
        assertThat(messages()).last().isEqualTo("passkey");
    }

    @Test
    void signsInWithoutAPassword() throws Exception {
        browser.signIn("lead", "demo");
        addFirst();
        TestBrowser next = new TestBrowser(port, "localhost");
        next.get("/teams");
        assertThat(location(signIn(next, device))).isEqualTo("/teams");
        assertThat(next.get("/probe/decided").body()).isEqualTo("lead decided");
        assertThat(next.get("/probe/fresh").body()).isEqualTo("fresh: true");
        assertThat(messages()).contains("passkey");
    }

    static Stream<Arguments> wrongDevices() {
        return Stream.of(
                Arguments.of(
                        "another site", (Consumer<FakeDevice>) device -> device.origin = "http://localhost.example"),
                Arguments.of("another host", (Consumer<FakeDevice>) device -> device.host = "example.com"),
                Arguments.of("no check of the user", (Consumer<FakeDevice>) device -> device.verifiesUser = false),
                Arguments.of("an unknown passkey", (Consumer<FakeDevice>) device -> device.id[0]++));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongDevices")
    void refuses(String what, Consumer<FakeDevice> change) throws Exception {
        browser.signIn("lead", "demo");
        addFirst();
        change.accept(device);
        TestBrowser next = new TestBrowser(port, "localhost");
        assertThat(location(signIn(next, device))).isEqualTo("/login?passkey");
        assertThat(location(next.get("/probe/decided"))).isEqualTo("/login");
        assertThat(messages()).last().asString().startsWith("passkey not accepted: ");
    }

    @Test
    void refusesTheSignatureOfAnotherKey() throws Exception {
        browser.signIn("lead", "demo");
        addFirst();
        FakeDevice other = new FakeDevice(browser.origin());
        System.arraycopy(device.id, 0, other.id, 0, device.id.length);
        assertThat(location(signIn(new TestBrowser(port, "localhost"), other))).isEqualTo("/login?passkey");
    }

    @Test
    void acceptsAnAnswerOnce() throws Exception {
        browser.signIn("lead", "demo");
        addFirst();
        TestBrowser next = new TestBrowser(port, "localhost");
        String answer = device.sign(next.get("/login/passkey").body());
        assertThat(location(send(next, answer))).isEqualTo("/");
        assertThat(location(send(new TestBrowser(port, "localhost"), answer))).isEqualTo("/login?passkey");
        assertThat(messages()).last().isEqualTo("passkey not accepted: the challenge was already answered");
    }

    @Test
    void refusesAnAnswerAfterFiveMinutes() throws Exception {
        browser.signIn("lead", "demo");
        addFirst();
        TestBrowser next = new TestBrowser(port, "localhost");
        String answer = device.sign(next.get("/login/passkey").body());
        clock.advance(Duration.ofMinutes(5).plusMillis(1));
        assertThat(location(send(next, answer))).isEqualTo("/login?passkey");
        assertThat(messages()).last().isEqualTo("passkey not accepted: the challenge is too old");
    }

    /** The answer to a challenge for one user is none for a sign-in, and the other way round. */
    @Test
    void bindsAChallengeToItsUser() throws Exception {
        browser.signIn("lead", "demo");
        addFirst();
        String answer = device.sign(browser.get("/login/passkey").body());
        assertThat(location(send(new TestBrowser(port, "localhost"), answer))).isEqualTo("/login?passkey");
        assertThat(messages())
                .last()
                .isEqualTo("passkey not accepted: the challenge is not from here, or of another user");
    }

    @Test
    void refusesAChallengeThatWasChanged() throws Exception {
        browser.signIn("lead", "demo");
        addFirst();
        TestBrowser next = new TestBrowser(port, "localhost");
        for (String challenge : List.of("", "AAAA", "A".repeat(75))) {
            String answer = device.sign("{\"challenge\": \"" + challenge + "\"}");
            assertThat(location(send(next, answer))).isEqualTo("/login?passkey");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "{}",
                "[]",
                "not JSON",
                "{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"response\":{\"clientDataJSON\":\"e30\"}}",
                "{\"id\":\"%\",\"rawId\":\"%\",\"response\":{\"clientDataJSON\":\"%\"}}"
            })
    void refusesAnAnswerThatCannotBeRead(String answer) throws Exception {
        assertThat(location(send(browser, answer))).isEqualTo("/login?passkey");
        assertThat(browser.get("/login?passkey").body()).contains("The passkey was not accepted.");
        browser.signIn("lead", "demo");
        HttpResponse<String> added = addFirst(answer);
        assertThat(added.statusCode()).isEqualTo(400);
        assertThat(added.body()).contains("Laptop");
    }

    @Test
    void refusesAnAnswerThatIsTooLong() throws Exception {
        assertThat(location(send(browser, "[".repeat(PasskeyJson.LONGEST + 1)))).isEqualTo("/login?passkey");
        assertThat(messages()).last().isEqualTo("passkey not accepted: the answer of the browser is too long");
    }

    @Test
    void refusesAPasskeyForAnotherSite() throws Exception {
        browser.signIn("lead", "demo");
        device.origin = "https://evil.example";
        assertThat(addFirst().body()).contains("The passkey was not accepted.");
        assertThat(location(browser.get("/probe/decided"))).startsWith("/passkey");
    }

    @Test
    void signsNoDisabledUserIn() throws Exception {
        browser.signIn("lead", "demo");
        addFirst();
        people.replace(properties.people().stream()
                .filter(person -> !person.name().equals("lead"))
                .toList());
        assertThat(location(signIn(new TestBrowser(port, "localhost"), device))).isEqualTo("/login?passkey");
    }

    @Test
    void confirmsAnActionInsteadOfThePassword() throws Exception {
        browser.signIn("lead", "demo");
        addFirst();
        clock.advance(Duration.ofMinutes(6));
        assertThat(browser.get("/probe/fresh").body()).isEqualTo("fresh: false");
        assertThat(browser.get("/again").body()).contains("Use a passkey");
        HttpResponse<String> wrong = browser.post("/again", form("passkey", "{}", "to", "/teams"));
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("The passkey was not accepted.");
        String answer = device.sign(browser.get("/login/passkey").body());
        assertThat(location(browser.post("/again", form("passkey", answer, "to", "/teams"))))
                .isEqualTo("/teams");
        assertThat(browser.get("/probe/fresh").body()).isEqualTo("fresh: true");
    }

    @Test
    void confirmsAFormAndKeepsItsTexts() throws Exception {
        browser.signIn("lead", "demo");
        addFirst();
        clock.advance(Duration.ofMinutes(6));
        HttpResponse<String> asked =
                browser.post("/account/passkeys/name", form("id", device.idText(), "label", "Büro & <b>"));
        assertThat(asked.statusCode()).isEqualTo(403);
        assertThat(asked.body()).contains("Use a passkey", "value=\"Büro &amp; &lt;b&gt;\"");
        String answer = device.sign(browser.get("/login/passkey").body());
        HttpResponse<String> saved = browser.post(
                "/account/passkeys/name", form("id", device.idText(), "label", "Büro & <b>", "passkey", answer));
        assertThat(location(saved)).isEqualTo("/account");
        assertThat(messages()).last().isEqualTo("user passkey lead: renamed “Laptop” to “Büro & <b>”");
    }

    @Test
    void showsAndChangesOnlyOwnPasskeys() throws Exception {
        browser.signIn("lead", "demo");
        addFirst();
        TestBrowser other = new TestBrowser(port, "localhost");
        other.signIn("reviewer", "demo");
        assertThat(other.get("/account/passkeys/edit?id=" + device.idText()).statusCode())
                .isEqualTo(404);
        assertThat(other.post("/account/passkeys/name", form("id", device.idText(), "label", "Mine"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(other.post("/account/passkeys/removal", form("id", device.idText()))
                        .statusCode())
                .isEqualTo(404);
        assertThat(browser.get("/account").body()).contains("Laptop");
    }

    /** A removal that happens between the check and the storing of a signature must not be undone. */
    @Test
    void doesNotRestoreAPasskeyThatIsRemovedDuringItsUse() throws Exception {
        for (int round = 0; round < 10; round++) {
            FakeDevice used = new FakeDevice(browser.origin());
            TestBrowser owner = new TestBrowser(port, "localhost");
            owner.signIn("reviewer", "demo");
            String created = used.create(owner.get("/passkey/options").body());
            owner.post("/account/passkeys", form("label", "Phone", "credential", created));
            String token = TestBrowser.field(owner.get("/probe/form"), "_csrf");
            List<TestBrowser> visitors =
                    List.of(new TestBrowser(port, "localhost"), new TestBrowser(port, "localhost"));
            List<CompletableFuture<Integer>> answers = new ArrayList<>();
            for (TestBrowser visitor : visitors) {
                String answer = used.sign(visitor.get("/login/passkey").body());
                String form = TestBrowser.field(visitor.get("/login"), "_csrf");
                answers.add(CompletableFuture.supplyAsync(() -> status(visitor, answer, form)));
            }
            owner.postWithToken("/account/passkeys/removal", form("id", used.idText()), token);
            assertThat(answers).allSatisfy(answer -> assertThat(answer.get()).isEqualTo(302));
            assertThat(jdbc.sql("select count(*) from passkey")
                            .query(Integer.class)
                            .single())
                    .isZero();
        }
    }

    private static int status(TestBrowser browser, String answer, String token) {
        try {
            return browser.postWithToken("/login/passkey", form("credential", answer), token)
                    .statusCode();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void refusesAnIdThatAnotherPasskeyHas() throws Exception {
        browser.signIn("reviewer", "demo");
        assertThat(location(add(device))).isEqualTo("/account");
        jdbc.sql("update passkey set host = 'other.example'").update();
        assertThat(add(device).statusCode()).isEqualTo(400);
    }

    @Test
    void refusesAShortId() throws Exception {
        browser.signIn("reviewer", "demo");
        device.id = new byte[15];
        assertThat(add(device).statusCode()).isEqualTo(400);
    }

    @Test
    void aNewPasskeyAnswersNoEarlierChallenge() throws Exception {
        browser.signIn("reviewer", "demo");
        TestBrowser next = new TestBrowser(port, "localhost");
        String answer = device.sign(next.get("/login/passkey").body());
        clock.advance(Duration.ofSeconds(1));
        add(device);
        assertThat(location(send(next, answer))).isEqualTo("/login?passkey");
        clock.advance(Duration.ofSeconds(1));
        assertThat(location(signIn(next, device))).isEqualTo("/");
    }

    @Test
    void endsTheOtherSessionsWithARemovedPasskey() throws Exception {
        browser.signIn("reviewer", "demo");
        add(device);
        clock.advance(Duration.ofSeconds(1));
        TestBrowser next = new TestBrowser(port, "localhost");
        signIn(next, device);
        assertThat(location(browser.post("/account/passkeys/removal", form("id", device.idText()))))
                .isEqualTo("/account");
        assertThat(location(next.get("/probe/decided"))).isEqualTo("/login");
        assertThat(browser.get("/probe/decided").statusCode()).isEqualTo(200);
    }

    @Test
    void changesNoPasswordWithAPasskeyInsteadOfTheCurrentOne() throws Exception {
        browser.signIn("reviewer", "demo");
        jdbc.sql("update person set origin = 'LOCAL' where name = 'reviewer'").update();
        add(device);
        clock.advance(Duration.ofMillis(1));
        assertThat(browser.get("/account").body()).contains("Change password").doesNotContain("Use a passkey");
        String answer = device.sign(browser.get("/login/passkey").body());
        String words = "four quite unrelated words";
        HttpResponse<String> refused =
                browser.post("/account/password", form("password", words, "repeated", words, "passkey", answer));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("Enter your password");
    }

    @Test
    void limitsThePasskeysOfAUser() throws Exception {
        browser.signIn("reviewer", "demo");
        for (int i = 0; i < PasskeyService.MOST; i++) {
            assertThat(location(add(new FakeDevice(browser.origin())))).isEqualTo("/account");
        }
        assertThat(add(device).body()).contains("You have ten passkeys");
        assertThat(browser.get("/account").body()).contains("Laptop");
    }

    @Test
    void anAdminRemovesThePasskeysOfAUser() throws Exception {
        browser.signIn("lead", "demo");
        addFirst();
        TestBrowser admin = new TestBrowser(port, "localhost");
        admin.signIn("admin", "demo");
        FakeDevice adminDevice = new FakeDevice(admin.origin());
        HttpResponse<String> page = admin.get("/passkey");
        admin.postWithToken(
                "/passkey/first",
                form(
                        "label",
                        "Key",
                        "credential",
                        adminDevice.create(admin.get("/passkey/options").body())),
                TestBrowser.field(page, "_csrf"));
        assertThat(admin.get("/users/edit?user=lead").body()).contains("Laptop", "Remove all passkeys");
        assertThat(admin.post("/users/passkeys/removal", form("user", "lead")).statusCode())
                .isEqualTo(302);
        assertThat(location(browser.get("/probe/decided"))).isEqualTo("/login");
        browser.signIn("lead", "demo");
        assertThat(browser.get("/passkey").body()).contains("Add a passkey");
        assertThat(auditLog.entries)
                .extracting(AuditEntry::actor, AuditEntry::message)
                .contains(org.assertj.core.groups.Tuple.tuple(
                        "admin", "user passkey lead: removed “Laptop” by an admin"));
    }

    @Test
    void aUserOfTheConfigurationDoesNotInheritPasskeys() throws Exception {
        browser.signIn("lead", "demo");
        addFirst();
        jdbc.sql("update person set origin = 'LOCAL' where name = 'lead'").update();
        people.replace(properties.people());
        assertThat(jdbc.sql("select count(*) from passkey").query(Integer.class).single())
                .isZero();
    }

    @Test
    void saysWherePasskeysCannotBeUsed() throws Exception {
        TestBrowser address = new TestBrowser(port);
        assertThat(address.get("/login").body()).doesNotContain("Sign in with a passkey");
        assertThat(address.get("/login/passkey").statusCode()).isEqualTo(409);
        address.signIn("lead", "demo");
        assertThat(address.get("/passkey").body())
                .contains("an IP address is not enough")
                .doesNotContain("Create passkey");
    }

    private HttpResponse<String> addFirst() throws Exception {
        return addFirst(device.create(browser.get("/passkey/options").body()));
    }

    private HttpResponse<String> addFirst(String answer) throws Exception {
        String token = TestBrowser.field(browser.get("/passkey"), "_csrf");
        HttpResponse<String> added = browser.postWithToken(
                "/passkey/first", form("label", "Laptop", "credential", answer, "to", "/teams"), token);
        // a passkey answers no earlier challenge
        clock.advance(Duration.ofMillis(1));
        return added;
    }

    private HttpResponse<String> add(FakeDevice added) throws Exception {
        return browser.post(
                "/account/passkeys",
                form(
                        "label",
                        "Laptop",
                        "credential",
                        added.create(browser.get("/passkey/options").body())));
    }

    private static HttpResponse<String> signIn(TestBrowser browser, FakeDevice device) throws Exception {
        return send(browser, device.sign(browser.get("/login/passkey").body()));
    }

    private static HttpResponse<String> send(TestBrowser browser, String answer) throws Exception {
        return browser.postWithToken(
                "/login/passkey", form("credential", answer), TestBrowser.field(browser.get("/login"), "_csrf"));
    }

    private List<String> messages() {
        return auditLog.entries.stream().map(AuditEntry::message).toList();
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("status " + answer.statusCode());
    }

    private static String form(String... fields) {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            form.append('&')
                    .append(fields[i])
                    .append('=')
                    .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return form.substring(1);
    }
}
