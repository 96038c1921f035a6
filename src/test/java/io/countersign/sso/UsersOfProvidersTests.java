package io.countersign.sso;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.identity.RecordedUsers;
import io.countersign.identity.TestBrowser;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests how admins manage users of a provider. */
class UsersOfProvidersTests extends ProviderFixture {

    private TestBrowser admin;

    @BeforeEach
    void signIn() throws Exception {
        signIn("ann", "reviewers");
        admin = new TestBrowser(port);
        admin.signIn("boss", "demo");
    }

    @Test
    void showsThemWithoutFormsForRolesAndPassword() throws Exception {
        assertThat(admin.get("/users").body()).contains("Identity provider");
        assertThat(admin.get("/users/edit?user=ann").body())
                .contains("An identity provider signs this user in", "action=\"/users/disable\"")
                .contains(">Keycloak<", "Groups received", ">reviewers<")
                .doesNotContain("action=\"/users/roles\"", "action=\"/users/code\"", "The configuration manages");
    }

    @Test
    void namesTheUsersWhoCountAsOnePersonWithAUser() throws Exception {
        browser = new TestBrowser(port);
        signIn("ann@example.com", "reviewers");
        String text = "this user counts as one person with:";
        assertThat(admin.get("/users/edit?user=ann").body()).contains(text, ">ann@example.com<");
        assertThat(admin.get("/users/edit?user=ben").body()).doesNotContain(text);
    }

    @Test
    void disablesAndEnablesThem() throws Exception {
        admin.post("/users/disable", "user=ann");

        assertThat(browser.get("/probe/decided").statusCode())
                .as("the session ended")
                .isEqualTo(302);
        HttpResponse<String> refused = signIn("ann", "admins");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("Your account in Countersign is disabled");
        assertThat(entries()).endsWith("ann: SIGN_IN REFUSED through keycloak: the user ann is disabled");
        assertThat(admin.get("/users/edit?user=ann").body()).contains("action=\"/users/enable\"");

        admin.post("/users/enable", "user=ann");
        assertThat(RecordedUsers.unrecorded(jdbc)).isEmpty();
        assertThat(signIn("ann", "reviewers").statusCode()).isEqualTo(302);
        assertThat(entries())
                .contains(
                        "boss: AUTHORITY_CHANGED CHANGED user ann: REVIEWER → none\nchanged by an admin",
                        "boss: AUTHORITY_CHANGED CHANGED user ann: none → REVIEWER\nchanged by an admin");
        assertThat(RecordedUsers.unrecorded(jdbc)).isEmpty();
        assertThat(jdbc.sql("select count(*) from value_change where kind = 'USER'")
                        .query(Long.class)
                        .single())
                .as("groups give the roles, not the admin")
                .isZero();
    }

    @Test
    void changesNeitherRolesNorPassword() throws Exception {
        admin.post("/users/roles", "user=ann&roles=ADMIN");
        admin.post("/users/code", "user=ann");
        admin.post("/users/disable", "user=ann");
        admin.post("/users/roles", "user=ann&roles=ADMIN");
        admin.post("/users/code", "user=ann");
        assertThat(people.find("ann").orElseThrow().sortedRoles()).hasToString("[REVIEWER]");
        assertThat(people.find("ann").orElseThrow().enabled()).isFalse();
        assertThat(jdbc.sql("select count(*) from password_code")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void showsThatThereIsNoPasswordToChange() throws Exception {
        signIn("ann", "reviewers");
        assertThat(browser.get("/account").body())
                .contains("You sign in through an identity provider", "Identity provider")
                .doesNotContain("current-password");
        assertThat(browser.post("/account/password", "password=" + encoded("four unrelated words of somebody"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void refusesPasswords() throws Exception {
        assertThat(location(new TestBrowser(port).signIn("ann", "demo"))).endsWith("/login?error");
    }

    @Test
    void endsTheSignInOfAUserWhomTheConfigurationTookOver() throws Exception {
        jdbc.sql("update person set origin = 'CONFIGURATION' where name = 'ann'")
                .update();
        browser = new TestBrowser(port);
        assertThat(signIn("ann", "reviewers").body()).contains("a user of your name who signs in with a password");
        assertThat(browser.session()).isNull();
        jdbc.sql("update person set origin = 'PROVIDER' where name = 'ann'").update();
    }

    @Test
    void storesNothingOfTheProviderInTheSessionExceptTheIdToken() {
        String names = String.join(
                ",",
                jdbc.sql("select attribute_name from spring_session_attributes a join spring_session s"
                                + " on s.primary_id = a.session_primary_id where s.principal_name = 'ann'")
                        .query(String.class)
                        .list());
        assertThat(names).contains("SPRING_SECURITY_CONTEXT", "countersign.sso.id-token");
        assertThat(jdbc.sql("select count(*) from spring_session_attributes a join spring_session s"
                                + " on s.primary_id = a.session_primary_id where s.principal_name = 'ann'"
                                + " and position('oauth2'::bytea in a.attribute_bytes) > 0")
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
