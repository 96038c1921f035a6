package io.countersign.sso;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.identity.Person;
import io.countersign.identity.RecordedUsers;
import io.countersign.identity.Role;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tests the sign-in through a provider: the button, the request, and the session. */
class ProviderSignInTests extends ProviderFixture {

    @Test
    void offersAButtonForEachProvider() throws Exception {
        assertThat(browser.get("/login").body())
                .contains(
                        "href=\"/oauth2/authorization/keycloak\">Sign in with Keycloak</a>",
                        "href=\"/oauth2/authorization/other\">Sign in with other</a>",
                        "name=\"password\"");
    }

    @Test
    void asksTheProviderWithStateNonceAndChallenge() throws Exception {
        Map<String, String> request = begin("/oauth2/authorization/keycloak");

        assertThat(request)
                .containsEntry("response_type", "code")
                .containsEntry("client_id", "countersign")
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("redirect_uri", "http://127.0.0.1:" + port + "/login/oauth2/code/keycloak")
                .doesNotContainKeys("prompt", "max_age");
        assertThat(request.get("scope").split(" ")).containsExactlyInAnyOrder("openid", "profile", "email");
        assertThat(request.get("state")).hasSizeGreaterThan(40);
        assertThat(request.get("nonce")).hasSizeGreaterThan(40);
        assertThat(request.get("code_challenge")).hasSizeGreaterThan(40);
        assertThat(sessions()).as("no session before the sign-in").isZero();
    }

    @Test
    void signsAUserInWithTheRolesOfTheGroups() throws Exception {
        browser.get("/teams?x=1");
        HttpResponse<String> answer = signIn("ann", "reviewers", "leads", "others");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(location(answer)).isEqualTo("/teams?x=1");
        assertThat(browser.get("/probe/decided").body()).isEqualTo("ann decided");
        assertThat(people.find("ann")).contains(new Person("ann", Set.of(Role.REVIEWER, Role.LEAD), true));
        assertThat(browser.get("/sessions").body()).contains("ann");
        assertThat(entries())
                .endsWith(
                        "ann: AUTHORITY_CHANGED CHANGED user ann: none → REVIEWER, LEAD\nfrom the groups of keycloak",
                        "ann: SIGN_IN DONE through keycloak");
        assertThat(RecordedUsers.unrecorded(jdbc)).isEmpty();
    }

    private long sessions() {
        return jdbc.sql("select count(*) from spring_session").query(Long.class).single();
    }
}
