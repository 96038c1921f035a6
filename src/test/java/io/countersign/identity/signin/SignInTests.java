package io.countersign.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.audit.AuditAction;
import io.countersign.audit.AuditEntry;
import io.countersign.audit.AuditOutcome;
import io.countersign.identity.DemoUsersFixture;
import io.countersign.identity.Role;
import io.countersign.identity.TestBrowser;
import io.countersign.identity.account.PeopleProperties;
import io.countersign.identity.session.OpenSessions;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Tests sign-in and sign-out over HTTP with the demo users. */
class SignInTests extends DemoUsersFixture {

    @Autowired
    OpenSessions openSessions;

    TestBrowser browser;

    @BeforeEach
    void open() {
        browser = new TestBrowser(port);
    }

    @Test
    void showsTheDemoUsersInTheDemo() throws Exception {
        assertThat(browser.get("/login").body())
                .contains("reviewer, lead, auditor or admin", "<code>demo</code>")
                .doesNotContain("oauth2", "login-providers");
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void refusesUndecodableParametersWithoutLogging(CapturedOutput log) throws Exception {
        browser.signIn("reviewer", "demo");
        HttpResponse<String> answer = browser.post("/probe/decided", "text=%zz");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Invalid request");
        assertThat(log.getAll()).doesNotContain("InvalidParameterException");
    }

    @Test
    void refusesIndexedParameters() throws Exception {
        browser.signIn("reviewer", "demo");
        HttpResponse<String> answer = browser.post("/probe/decided", "text[99999999]=z");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Invalid request");
    }

    @Test
    void returnsToTheRequestedPageAfterSignIn() throws Exception {
        assertThat(location(browser.get("/probe/decided?text=a%20b"))).endsWith("/login");
        assertThat(location(browser.signIn("reviewer", "demo"))).isEqualTo("/probe/decided?text=a%20b");
        assertThat(browser.get("/probe/decided").body()).isEqualTo("reviewer decided");
        assertThat(auditLog.entries).containsExactly(entry("reviewer", AuditAction.SIGN_IN, AuditOutcome.DONE, null));
    }

    @Test
    void returnsToPagesOnlyAndOnlyIfTheirPathIsShort() throws Exception {
        browser.get("/probe/decided", "Accept", "text/event-stream");
        browser.get("/probe/decided?text=" + "a".repeat(3000));
        assertThat(location(browser.signIn("reviewer", "demo"))).isEqualTo("/");
    }

    /** A browser that restores its tabs loads several pages at once. */
    @Test
    void givesPagesThatAreLoadedTogetherFormsThatWork() throws Exception {
        browser.signIn("reviewer", "demo");
        ExecutorService tabs = Executors.newFixedThreadPool(4);
        try {
            for (Future<HttpResponse<String>> page : tabs.invokeAll(
                    Collections.<Callable<HttpResponse<String>>>nCopies(4, () -> browser.get("/probe/form")))) {
                String token = TestBrowser.field(page.get(), "_csrf");
                assertThat(browser.postWithToken("/probe/decided", "text=a", token)
                                .statusCode())
                        .isEqualTo(200);
            }
        } finally {
            tabs.shutdown();
        }
    }

    @Test
    void signsInWithAnySpellingOfTheNameAsTheConfiguredUser() throws Exception {
        people.replace(List.of(new PeopleProperties.Entry(
                "Pat.O'Brien+desk@Example.com", properties.people().get(0).password(), Set.of(Role.REVIEWER))));
        for (String typed : List.of(
                "Pat.O'Brien+desk@Example.com", " PAT.O'BRIEN+DESK@EXAMPLE.COM ", "pat.o’brien+desk＠example.com")) {
            auditLog.entries.clear();
            assertThat(location(new TestBrowser(port).signIn(typed, "wrong"))).endsWith("/login?error");
            browser = new TestBrowser(port);
            assertThat(location(browser.signIn(typed, "demo"))).isEqualTo("/");
            assertThat(browser.get("/probe/decided").body()).isEqualTo("Pat.O'Brien+desk@Example.com decided");
            assertThat(auditLog.entries)
                    .extracting(AuditEntry::actor)
                    .containsExactly("Pat.O'Brien+desk@Example.com", "Pat.O'Brien+desk@Example.com");
        }
    }

    @Test
    void countsTheAttemptsOfAllSpellingsTogether() throws Exception {
        for (String typed : List.of("reviewer", "REVIEWER", " Reviewer", "reviewer ", "ｒeviewer")) {
            assertThat(location(browser.signIn(typed, "wrong"))).endsWith("/login?error");
        }
        assertThat(location(browser.signIn("rEVIEWER", "demo"))).endsWith("/login?locked");
        assertThat(location(browser.signIn("reviewer", "demo"))).endsWith("/login?locked");
    }

    @Test
    void startsASessionWithTheSignInAndEndsTheEarlierOne() throws Exception {
        browser.get("/login");
        assertThat(browser.session()).isNull();
        browser.signIn("reviewer", "demo");
        String first = browser.session();
        assertThat(first).isNotNull();
        browser.postWithToken(
                "/login", "username=reviewer&password=demo", TestBrowser.field(browser.get("/probe/form"), "_csrf"));
        assertThat(browser.session()).isNotNull().isNotEqualTo(first);
    }

    @Test
    void showsTheSameErrorForWrongPasswordsAndUnknownNames() throws Exception {
        assertThat(location(browser.signIn("reviewer", "wrong"))).endsWith("/login?error");
        String wrongPassword = browser.get("/login?error").body();
        assertThat(location(browser.signIn("nobody", "wrong"))).endsWith("/login?error");
        String unknownName = browser.get("/login?error").body();
        assertThat(wrongPassword).contains("Incorrect username or password.", "role=\"alert\"", "value=\"reviewer\"");
        assertThat(withoutToken(wrongPassword).replace("\"reviewer\"", "\"nobody\""))
                .isEqualTo(withoutToken(unknownName));
        assertThat(auditLog.entries).hasSize(2).allMatch(entry -> entry.outcome() == AuditOutcome.REFUSED);
        assertThat(auditLog.entries.get(0).actor()).isEqualTo("reviewer");
        assertThat(auditLog.entries.get(1).actor())
                .startsWith("(unknown name) ")
                .doesNotContain("nobody");
    }

    @Test
    void locksKnownAndUnknownNamesForFifteenMinutes() throws Exception {
        for (String name : List.of("reviewer", "nobody")) {
            for (int guess = 0; guess < SignInThrottle.LIMIT; guess++) {
                assertThat(location(browser.signIn(name, "wrong"))).endsWith("/login?error");
            }
            assertThat(location(browser.signIn(name, "demo"))).endsWith("/login?locked");
            assertThat(browser.get("/login?locked").body())
                    .contains("Too many attempts for this username or from your network.");
        }
        assertThat(auditLog.entries)
                .contains(entry("reviewer", AuditAction.SIGN_IN, AuditOutcome.REFUSED, "too many attempts"));
        clock.advance(SignInThrottle.WINDOW);
        assertThat(location(browser.signIn("reviewer", "demo"))).doesNotContain("login");
    }

    @Test
    void strangersCannotLockOutAUserOnAKnownDevice() throws Exception {
        browser.signIn("reviewer", "demo");
        browser.post("/logout", "");
        for (int guess = 0; guess <= SignInThrottle.LIMIT; guess++) {
            new TestBrowser(port).signIn("reviewer", "wrong");
        }
        assertThat(location(new TestBrowser(port).signIn("reviewer", "demo"))).endsWith("/login?locked");
        assertThat(location(browser.signIn("reviewer", "demo"))).isEqualTo("/");
    }

    @Test
    void recordsASignInWithoutAName() throws Exception {
        browser.signIn(" ", "wrong");
        assertThat(auditLog.entries)
                .containsExactly(entry(
                        "(no name)", AuditAction.SIGN_IN, AuditOutcome.REFUSED, "incorrect username or password"));
    }

    @Test
    void limitsConcurrentPasswordChecks() throws Exception {
        var threads = Executors.newFixedThreadPool(20);
        try {
            for (var guess : IntStream.range(0, 20)
                    .mapToObj(i -> threads.submit(() -> new TestBrowser(port).signIn("lead", "wrong" + i)))
                    .toList()) {
                guess.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(auditLog.entries).hasSize(20);
        assertThat(auditLog.entries)
                .filteredOn(
                        entry("lead", AuditAction.SIGN_IN, AuditOutcome.REFUSED, "incorrect username or password")
                                ::equals)
                .hasSize(SignInThrottle.LIMIT);
    }

    @Test
    void refusesASignInThatCannotBeRecorded() throws Exception {
        auditLog.failing = true;
        assertThat(browser.signIn("reviewer", "demo").statusCode()).isEqualTo(500);
        auditLog.failing = false;
        assertThat(location(browser.get("/probe/decided"))).endsWith("/login");
    }

    @Test
    void signsOut() throws Exception {
        browser.signIn("reviewer", "demo");
        assertThat(location(browser.post("/logout", ""))).endsWith("/login?signed-out");
        assertThat(browser.get("/login?signed-out").body()).contains("You are signed out.");
        assertThat(location(browser.get("/probe/decided"))).endsWith("/login");
        assertThat(auditLog.entries)
                .containsExactly(
                        entry("reviewer", AuditAction.SIGN_IN, AuditOutcome.DONE, null),
                        entry("reviewer", AuditAction.SIGN_OUT, AuditOutcome.DONE, null));
    }

    @Test
    void tellsLongResponsesThatTheSessionEnded() throws Exception {
        browser.signIn("reviewer", "demo");
        String session = browser.session();
        assertThat(openSessions.contains(session, "reviewer")).isTrue();
        jdbc.sql("update person set enabled = false where name = 'reviewer'").update();
        assertThat(openSessions.contains(session, "reviewer")).isFalse();
        jdbc.sql("update person set enabled = true where name = 'reviewer'").update();
        browser.post("/logout", "");
        assertThat(openSessions.contains(session, "reviewer")).isFalse();
    }

    @Test
    void endsTheSessionOfADisabledUserImmediately() throws Exception {
        browser.signIn("reviewer", "demo");
        assertThat(browser.get("/probe/decided").statusCode()).isEqualTo(200);
        jdbc.sql("update person set enabled = false where name = 'reviewer'").update();
        assertThat(location(browser.get("/probe/decided"))).endsWith("/login");
        assertThat(location(browser.signIn("reviewer", "demo"))).endsWith("/login?error");
    }

    @Test
    void appliesARemovedRoleImmediately() throws Exception {
        browser.signIn("reviewer", "demo");
        assertThat(browser.post("/probe/decided", "").statusCode()).isEqualTo(200);
        jdbc.sql("update person set roles = 'AUDITOR' where name = 'reviewer'").update();
        assertThat(browser.post("/probe/decided", "").statusCode()).isEqualTo(403);
        assertThat(auditLog.entries)
                .contains(entry("reviewer", AuditAction.VIEW, AuditOutcome.REFUSED, "POST /probe/decided"));
    }

    @Test
    void refusesAFormOfAnotherSession() throws Exception {
        browser.signIn("reviewer", "demo");
        HttpResponse<String> answer = browser.postWithToken("/probe/decided", "", "stale");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(auditLog.entries)
                .containsExactly(
                        entry("reviewer", AuditAction.SIGN_IN, AuditOutcome.DONE, null),
                        entry(
                                "reviewer",
                                AuditAction.VIEW,
                                AuditOutcome.REFUSED,
                                "POST /probe/decided, without a valid form token"));
        assertThat(location(new TestBrowser(port).postWithToken("/login", "", "stale")))
                .endsWith("/login?expired");
    }

    @Test
    void sendsTheSecurityHeadersWithEveryPage() throws Exception {
        var headers = browser.get("/login").headers();
        assertThat(headers.firstValue("Content-Security-Policy")).hasValueSatisfying(policy -> assertThat(policy)
                .startsWith("default-src 'none'; script-src 'self';")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe"));
        assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).contains("same-origin");
        assertThat(headers.firstValue("Permissions-Policy")).isPresent();
        assertThat(headers.firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("no-store"));
        assertThat(headers.firstValue("Strict-Transport-Security")).isEmpty();
    }

    @Test
    void bindsCookiesToTheHostBehindTls() throws Exception {
        HttpResponse<String> plain = browser.signIn("reviewer", "demo");
        assertThat(plain.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie).startsWith("COUNTERSIGN="))
                .allSatisfy(cookie -> assertThat(cookie)
                        .contains("Path=/;", "HttpOnly", "SameSite=Lax")
                        .doesNotContain("Secure"));
        var proxied = new TestBrowser(port)
                .get("/login", "X-Forwarded-Proto", "https")
                .headers();
        assertThat(proxied.firstValue("Set-Cookie").orElseThrow())
                .as("32 random bytes")
                .matches("__Host-form=[A-Za-z0-9_-]{43};.*")
                .contains("Path=/;", "Secure", "HttpOnly", "SameSite=Lax");
        assertThat(proxied.firstValue("Strict-Transport-Security")).isPresent();
    }

    @Test
    void asksForHttpsOnPlainHttpExceptOnLoopback() throws Exception {
        assertThat(browser.get("/login").body()).doesNotContain("plain HTTP");
        HttpResponse<String> remote = browser.get("/login", "X-Forwarded-Host", "desk.example");
        assertThat(remote.body()).contains("This page was opened over plain HTTP.");
        assertThat(remote.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("__Host-form=")
                .contains("Secure");
    }

    @Test
    void showsOnlyTheHealthWithoutSignIn() throws Exception {
        assertThat(browser.get("/actuator/health").body()).contains("UP").doesNotContain("db", "diskSpace");
        assertThat(location(browser.get("/actuator/env")))
                .as("contains no host, because the Host header is untrusted")
                .isEqualTo("/login");
    }

    private static AuditEntry entry(String actor, AuditAction action, AuditOutcome outcome, @Nullable String message) {
        return AuditEntry.by(actor, action, outcome).withMessage(message);
    }

    private static String location(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static String withoutToken(String page) {
        return page.replaceAll("(name=\"_csrf\"[^>]*value=\")[^\"]*", "$1");
    }
}
