package io.countersign.identity.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.audit.AuditAction;
import io.countersign.audit.AuditEntry;
import io.countersign.audit.AuditOutcome;
import io.countersign.identity.DemoUsersFixture;
import io.countersign.identity.TestBrowser;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Lists and ends sessions over HTTP: reviewer has two sessions, admin has one. */
class SessionListTests extends DemoUsersFixture {

    @Autowired
    SessionList sessions;

    @Autowired
    OpenSessions openSessions;

    TestBrowser first;
    TestBrowser second;
    TestBrowser admin;

    @BeforeEach
    void signIn() throws Exception {
        jdbc.sql("delete from spring_session").update();
        first = signedIn("reviewer");
        second = signedIn("reviewer");
        admin = signedIn("admin");
        auditLog.entries.clear();
    }

    @Test
    void listsOwnSessionsWithoutTheirIds() throws Exception {
        String page = first.get("/sessions").body();
        assertThat(page)
                .containsOnlyOnce("This session")
                .contains(
                        "Java-http-client",
                        "127.0.0.1",
                        "Sign out</span>",
                        "(Java-http-client/",
                        "End all my other sessions")
                .doesNotContain("Sessions of other users", "admin");
        for (TestBrowser browser : List.of(first, second, admin)) {
            assertThat(page).doesNotContain(browser.session(), DigestUtils.sha256Hex(browser.session()));
        }
        assertThat(jdbc.sql("select primary_id from spring_session")
                        .query(String.class)
                        .list())
                .hasSize(3)
                .noneMatch(page::contains);
    }

    @Test
    void endsOneSessionWithItsNextRequestAndItsStreams() throws Exception {
        String other = first.session();
        SignedInSession target = sessionOf(first);
        assertThat(openSessions.contains(other, "reviewer")).isTrue();
        assertThat(second.post("/sessions/" + target.key() + "/end", "").statusCode())
                .isEqualTo(302);
        assertThat(signedOut(first)).isTrue();
        assertThat(signedOut(second)).isFalse();
        assertThat(openSessions.contains(other, "reviewer"))
                .as("a stream asks twice a minute")
                .isFalse();
        assertThat(auditLog.entries).containsExactly(ended("reviewer", target));
        assertThat(second.get("/sessions").body()).contains("The session of reviewer was ended.");
        assertThat(second.post("/sessions/" + target.key() + "/end", "").statusCode())
                .isEqualTo(302);
        assertThat(second.get("/sessions").body()).contains("The session had already ended.");
        assertThat(auditLog.entries).hasSize(1);
    }

    @Test
    void endsAllOtherSessionsOfTheUser() throws Exception {
        SignedInSession target = sessionOf(first);
        second.post("/sessions/others/end", "");
        assertThat(signedOut(first)).isTrue();
        assertThat(signedOut(second)).isFalse();
        assertThat(signedOut(admin)).isFalse();
        assertThat(second.get("/sessions").body()).contains("1 other session ended.");
        assertThat(auditLog.entries).containsExactly(ended("reviewer", target));
    }

    @Test
    void showsAndKeepsTheOwnSessionWhenTheRowsOfSessionsAlternate() throws Exception {
        signedIn("reviewer");
        for (String attribute : List.of("address", "key", "browser", "key", "address")) {
            jdbc.sql("""
                    update spring_session_attributes set attribute_bytes = attribute_bytes || ''::bytea
                    where attribute_name = :name""").param("name", "countersign.session." + attribute).update();
        }
        // the planner then joins in the order of the rows
        jdbc.sql("analyze").update();
        assertThat(second.get("/sessions").body())
                .containsOnlyOnce("This session")
                .doesNotContain("Unknown", "/sessions//end");
        second.post("/sessions/others/end", "");
        assertThat(second.get("/sessions").body()).contains("2 other sessions ended.");
        assertThat(signedOut(second)).isFalse();
        assertThat(signedOut(first)).isTrue();
    }

    @Test
    void letsOnlyAdminsEndSessionsOfOthers() throws Exception {
        SignedInSession target = sessionOf(admin);
        first.post("/sessions/" + target.key() + "/end", "");
        assertThat(first.post("/sessions/of-users/" + target.key() + "/end", "user=admin")
                        .statusCode())
                .isEqualTo(403);
        assertThat(signedOut(admin)).isFalse();

        target = sessionOf(first);
        assertThat(admin.get("/sessions").body()).contains("Sessions of other users", "reviewer", target.key());
        auditLog.entries.clear();
        HttpResponse<String> answer = admin.post("/sessions/of-users/" + target.key() + "/end", "user=reviewer");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        assertThat(admin.get("/sessions").body()).contains("The session of reviewer was ended.");
        assertThat(signedOut(first)).isTrue();
        assertThat(signedOut(second)).isFalse();
        assertThat(auditLog.entries).containsExactly(ended("admin", target));
    }

    @Test
    void endsNothingIfTheAuditEntryFails() throws Exception {
        SignedInSession target = sessionOf(first);
        auditLog.failing = true;
        try {
            assertThat(second.post("/sessions/" + target.key() + "/end", "").statusCode())
                    .isEqualTo(500);
        } finally {
            auditLog.failing = false;
        }
        assertThat(signedOut(first)).isFalse();
    }

    @Test
    void endsASessionTwelveHoursAfterItsSignInDespiteUse() throws Exception {
        String id = first.session();
        startedAgo(id, Duration.ofHours(12).minusMinutes(1));
        assertThat(signedOut(first)).isFalse();
        assertThat(openSessions.contains(id, "reviewer")).isTrue();
        startedAgo(id, Duration.ofHours(12));
        assertThat(openSessions.contains(id, "reviewer")).isFalse();
        assertThat(signedOut(first)).isTrue();
        assertThat(sessions.of("reviewer")).hasSize(1);
    }

    @Test
    void countsTheAgeFromTheLatestSignIn() throws Exception {
        startedAgo(first.session(), Duration.ofHours(11));
        first.postWithToken(
                "/login", "username=reviewer&password=demo", TestBrowser.field(first.get("/probe/form"), "_csrf"));
        assertThat(sessionOf(first).startedAt()).isAfter(Instant.now().minusSeconds(600));
        assertThat(sessions.of("reviewer")).as("the old session ended").hasSize(2);
    }

    @Test
    void deletesTheStorageOfTheBrowserAtTheSignOut() throws Exception {
        HttpResponse<String> answer = first.post("/logout", "");
        assertThat(answer.headers().firstValue("Clear-Site-Data")).contains("\"storage\"");
        assertThat(second.get("/sessions").headers().firstValue("Clear-Site-Data"))
                .isEmpty();
    }

    private TestBrowser signedIn(String name) throws Exception {
        TestBrowser browser = new TestBrowser(port);
        browser.signIn(name, "demo");
        return browser;
    }

    /** Returns the session of a browser, which is the one that changes when the browser is used. */
    private SignedInSession sessionOf(TestBrowser browser) throws Exception {
        String id = DigestUtils.sha256Hex(browser.session());
        long lastUsed = jdbc.sql("update spring_session set last_access_time = last_access_time - 60000"
                        + " where session_id = :id returning last_access_time")
                .param("id", id)
                .query(Long.class)
                .single();
        return sessions.all().stream()
                .filter(session -> session.lastUsedAt().toEpochMilli() == lastUsed)
                .findFirst()
                .orElseThrow();
    }

    private void startedAgo(String id, Duration age) {
        jdbc.sql("update spring_session set creation_time = :start where session_id = :id")
                .param("start", Instant.now().minus(age).toEpochMilli())
                .param("id", DigestUtils.sha256Hex(id))
                .update();
    }

    private static boolean signedOut(TestBrowser browser) throws Exception {
        return browser.get("/probe/decided").statusCode() == 302;
    }

    private static AuditEntry ended(String by, SignedInSession session) {
        return AuditEntry.by(by, AuditAction.SESSION_ENDED, AuditOutcome.DONE)
                .withMessage("session of " + session.person() + ", signed in at " + session.startedAt());
    }
}
