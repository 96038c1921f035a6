package io.countersign.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.audit.AuditAction;
import io.countersign.audit.AuditEntry;
import io.countersign.audit.AuditOutcome;
import io.countersign.identity.signin.SignInThrottle;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.transaction.support.TransactionTemplate;

/** Tests how long a sign-in counts as recent, and reauthentication. */
class RecentAuthenticationTests extends DemoUsersFixture {

    private static final Duration SIX_MINUTES = Duration.ofMinutes(6);

    @Autowired
    DataSource tables;

    @Autowired
    RecentAuthentication sign;

    TestBrowser browser;

    @BeforeEach
    void signIn() throws Exception {
        browser = new TestBrowser(port);
        browser.signIn("reviewer", "demo");
        auditLog.entries.clear();
    }

    @Test
    void acceptsASignInForFiveMinutes() throws Exception {
        clock.advance(Duration.ofMinutes(5).minusMillis(1));
        assertThat(fresh()).isTrue();
        clock.advance(Duration.ofMillis(1));
        assertThat(fresh()).isFalse();
    }

    @Test
    void refusesRequestsWithoutAUser() {
        assertThat(sign.fresh()).isFalse();
    }

    @Test
    void refreshesWithThePasswordAndRedirectsToTheTarget() throws Exception {
        clock.advance(SIX_MINUTES);
        String before = browser.session();
        HttpResponse<String> page = browser.get("/again?to=/probe/decided?text=a%2520b%26x=1");
        assertThat(page.body())
                .contains("Confirm your password", "value=\"reviewer\"", "value=\"/probe/decided?text=a%20b&amp;x=1\"");
        HttpResponse<String> answer = again("demo", "/probe/decided?text=a%2520b%26x=1");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/probe/decided?text=a%20b&x=1");
        assertThat(fresh()).isTrue();
        assertThat(browser.session()).isNotNull().isNotEqualTo(before);
        assertThat(auditLog.entries)
                .containsExactly(AuditEntry.by("reviewer", AuditAction.SIGN_IN, AuditOutcome.DONE)
                        .withMessage("password confirmed"));
        clock.advance(SIX_MINUTES);
        assertThat(fresh()).isFalse();
    }

    @Test
    void sharesTheTimeWithOtherReplicasInTheSession() throws Exception {
        clock.advance(SIX_MINUTES);
        again("demo", "/");
        // the table contains a hash of the ID in the cookie
        String id = DigestUtils.sha256Hex(browser.session());
        FindByIndexNameSessionRepository<? extends Session> replica = new JdbcIndexedSessionRepository(
                new JdbcTemplate(tables), new TransactionTemplate(new JdbcTransactionManager(tables)));
        SecurityContext found = replica.findById(id).getAttribute("SPRING_SECURITY_CONTEXT");
        assertThat(found.getAuthentication().getName()).isEqualTo("reviewer");
        assertThat(found.getAuthentication().getAuthorities())
                .filteredOn(FactorGrantedAuthority.class::isInstance)
                .singleElement()
                .satisfies(factor -> assertThat(((FactorGrantedAuthority) factor).getIssuedAt())
                        .isEqualTo(clock.instant()));
        assertThat(replica.findByPrincipalName("reviewer")).containsKey(id);
    }

    @Test
    void keepsFormsOfOtherWindowsValid() throws Exception {
        String token = TestBrowser.field(browser.get("/probe/form"), "_csrf");
        again("demo", "/");
        assertThat(browser.postWithToken("/probe/decided", "", token).statusCode())
                .isEqualTo(200);
    }

    @Test
    void countsRecordsAndReportsAWrongPassword() throws Exception {
        clock.advance(SIX_MINUTES);
        for (int guess = 0; guess < SignInThrottle.LIMIT; guess++) {
            HttpResponse<String> answer = again("wrong", "/probe/decided");
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body())
                    .contains("<title>Error: ", "Incorrect password", "value=\"/probe/decided\"")
                    .doesNotContain("value=\"wrong\"");
        }
        HttpResponse<String> locked = again("demo", "/probe/decided");
        assertThat(locked.statusCode()).isEqualTo(400);
        assertThat(locked.body()).contains("Too many attempts for your username");
        assertThat(fresh()).isFalse();
        assertThat(auditLog.entries)
                .hasSize(SignInThrottle.LIMIT + 1)
                .contains(
                        refusal("incorrect username or password (password confirmation)"),
                        refusal("too many attempts (password confirmation)"));
        assertThat(new TestBrowser(port).signIn("reviewer", "demo").headers().firstValue("Location"))
                .as("a sign-in has attempts of its own")
                .hasValue("/");
        clock.advance(SignInThrottle.WINDOW);
        assertThat(again("demo", "/").statusCode()).isEqualTo(302);
    }

    @Test
    void doesNotCountAnEmptyPassword() throws Exception {
        HttpResponse<String> answer = again("", "/");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Enter your password");
        assertThat(auditLog.entries).isEmpty();
    }

    @Test
    void doesNotRefreshIfTheAuditEntryFails() throws Exception {
        clock.advance(SIX_MINUTES);
        auditLog.failing = true;
        try {
            assertThat(again("demo", "/").statusCode()).isEqualTo(500);
        } finally {
            auditLog.failing = false;
        }
        assertThat(fresh()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "https://evil.example/",
                "/%5Cevil.example",
                "/%09/evil.example",
                "javascript:x"
            })
    void redirectsToNoOtherSite(String to) throws Exception {
        assertThat(TestBrowser.field(browser.get("/again?to=" + to), "to")).isEqualTo("/");
        assertThat(again("demo", to).headers().firstValue("Location")).contains("/");
    }

    @Test
    void returnsThePathOfTheReauthenticationPage() {
        for (String foreign : List.of("//evil.example", "x")) {
            assertThat(sign.again(foreign)).isEqualTo("/again?to=%2F");
        }
        assertThat(sign.again("/invitations/1?type=LENS&x=a%20b"))
                .isEqualTo("/again?to=%2Finvitations%2F1%3Ftype%3DLENS%26x%3Da%2520b");
    }

    private static AuditEntry refusal(String why) {
        return AuditEntry.by("reviewer", AuditAction.SIGN_IN, AuditOutcome.REFUSED)
                .withMessage(why);
    }

    private boolean fresh() throws Exception {
        String body = browser.get("/probe/fresh").body();
        assertThat(body).startsWith("fresh: ");
        return body.endsWith("true");
    }

    /** @param to the encoded target */
    private HttpResponse<String> again(String password, String to) throws Exception {
        return browser.post("/again", "password=" + password + "&to=" + to);
    }
}
