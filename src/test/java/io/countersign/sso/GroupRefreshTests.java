package io.countersign.sso;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.identity.Role;
import io.countersign.identity.TestBrowser;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Tests that a provider is asked again about the users who are signed in. */
class GroupRefreshTests extends ProviderFixture {

    @Autowired
    GroupRefresh refresh;

    @Autowired
    ProviderLinks links;

    @Autowired
    ProviderSessionRepository stored;

    @BeforeEach
    void issueRefreshTokens() {
        jdbc.sql("delete from scheduled_tasks where task_name = 'group-refresh'")
                .update();
        PROVIDER.issueRefreshTokens(true);
    }

    @AfterEach
    void issueNone() {
        PROVIDER.failWith(200);
        PROVIDER.issueRefreshTokens(false);
    }

    @Test
    void takesTheRolesOfTheCurrentGroups() throws Exception {
        signIn("ann", "admins");
        PROVIDER.changeClaims(claims("ann", "leads"));

        refresh();

        assertThat(roles()).containsExactly(Role.LEAD);
        assertThat(browser.get("/users").statusCode()).isEqualTo(403);
        assertThat(entries())
                .endsWith(
                        "ann: AUTHORITY_CHANGED CHANGED user ann: REVIEWER, ADMIN → LEAD\nfrom the groups of keycloak");
    }

    @Test
    void asksAgainWithTheLatestToken() throws Exception {
        signIn("ann", "leads");
        for (int i = 0; i < 3; i++) {
            refresh();
            assertThat(signedIn()).isTrue();
        }
    }

    @Test
    void isAskedByOneReplicaAtATime() throws Exception {
        signIn("ann", "leads");
        makeDue();
        assertThat(stored.takeDue(10, Duration.ofMinutes(2))).hasSize(1);
        refresh.run();
        assertThat(signedIn()).isTrue();
        assertThat(stored.takeDue(10, Duration.ofMinutes(2))).isEmpty();
    }

    @Test
    void endsTheSessionAndTakesTheRolesOfAUserWhomTheProviderNoLongerConfirms() throws Exception {
        signIn("ann", "leads");
        int ended = endedSessionsOfAnn();
        PROVIDER.changeClaims(null);

        refresh();

        assertThat(signedIn()).isFalse();
        assertThat(roles()).isEmpty();
        assertThat(entries())
                .endsWith("ann: AUTHORITY_CHANGED CHANGED user ann: LEAD → none\nfrom the groups of keycloak");
        assertThat(endedSessionsOfAnn()).isEqualTo(ended + 1);
        signIn("ann", "leads");
        assertThat(roles()).containsExactly(Role.LEAD);
    }

    private int endedSessionsOfAnn() {
        return jdbc.sql("select count(*) from audit_entry where action = 'SESSION_ENDED' and actor = 'system'"
                        + " and message like 'session of ann,%'")
                .query(Integer.class)
                .single();
    }

    @Test
    void endsTheSessionOfAUserWithoutAMappedGroup() throws Exception {
        signIn("ann", "leads");
        PROVIDER.changeClaims(claims("ann", "staff"));
        refresh();
        assertThat(signedIn()).isFalse();
        assertThat(roles()).isEmpty();
    }

    @Test
    void keepsTheSessionAndTheTokenWhileTheProviderDoesNotAnswer() throws Exception {
        signIn("ann", "leads");
        PROVIDER.failWith(503);
        refresh();
        assertThat(signedIn()).isTrue();
        PROVIDER.failWith(200);
        PROVIDER.changeClaims(claims("ann", "admins"));
        refresh();
        assertThat(roles()).contains(Role.ADMIN);
    }

    @Test
    void storesNoUsableToken() throws Exception {
        signIn("ann", "leads");
        String stored = jdbc.sql("select refresh_token from provider_session")
                .query(String.class)
                .single();
        assertThat(PROVIDER.knows(stored)).isFalse();
        jdbc.sql("update provider_session set refresh_token = 'x' || refresh_token")
                .update();
        refresh();
        assertThat(signedIn()).isTrue();
        assertThat(sessions()).isZero();
    }

    @Test
    void forgetsSessionsThatEnded() throws Exception {
        signIn("ann", "leads");
        browser.post("/logout", "");
        refresh();
        assertThat(sessions()).isZero();
        assertThat(roles()).containsExactly(Role.LEAD);
    }

    @Test
    void answersOlderThanFifteenMinutesAreOutdated() throws Exception {
        signIn("ann", "leads");
        assertThat(links.outdated("ann")).isFalse();
        jdbc.sql("update person_identity set checked_at = checked_at - interval '15 minutes 1 second'")
                .update();
        assertThat(links.outdated("ann")).isTrue();
        refresh();
        assertThat(links.outdated("ann")).isFalse();
        assertThat(links.outdated("reviewer")).isFalse();
    }

    @Test
    void aBulkDecisionNeedsAnAnswerThatIsNotOutdated() throws Exception {
        signIn("ann", "reviewers");
        assertThat(startBatch().statusCode()).isEqualTo(404);
        jdbc.sql("update person_identity set checked_at = checked_at - interval '1 hour'")
                .update();
        HttpResponse<String> prompt = startBatch();
        assertThat(prompt.statusCode()).isEqualTo(403);
        assertThat(prompt.body())
                .contains("href=\"/oauth2/authorization/keycloak?again\"", "name=\"reason\" value=\"Agreed\"");
    }

    private HttpResponse<String> startBatch() throws Exception {
        String token = TestBrowser.field(browser.get("/"), "_csrf");
        return browser.postWithToken("/batches/1/start", "reason=Agreed", token);
    }

    private void refresh() {
        makeDue();
        refresh.run();
    }

    private void makeDue() {
        jdbc.sql("update provider_session set next_at = now() - interval '1 second'")
                .update();
    }

    private boolean signedIn() throws Exception {
        return browser.get("/probe/decided").statusCode() == 200;
    }

    private Set<Role> roles() {
        return people.find("ann").orElseThrow().roles();
    }

    private int sessions() {
        return jdbc.sql("select count(*) from provider_session")
                .query(Integer.class)
                .single();
    }
}
