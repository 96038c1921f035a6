package io.countersign.sso;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.audit.chain.Hashes;
import io.countersign.identity.Person;
import io.countersign.identity.RecordedUsers;
import io.countersign.identity.Role;
import io.countersign.identity.TestBrowser;
import io.countersign.identity.UserDirectory;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Tests which users sign in with which groups, and which names they get. */
class GroupsOfUsersTests extends ProviderFixture {

    @Autowired
    UserDirectory users;

    @Test
    void namesTheGroupsIfNoneIsMapped() throws Exception {
        HttpResponse<String> answer = signIn("eve", "staff", "<script>alert(1)</script>", "a\u202Eb", "reviewers ");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body())
                .contains(
                        "none of your groups gives a role in Countersign. It read the claim “groups”",
                        ">staff<",
                        "&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("\u202E", "<script>alert");
        assertThat(browser.session()).isNull();
        assertThat(people.find("eve")).isEmpty();
        assertThat(entries())
                .endsWith("(no name): SIGN_IN REFUSED through keycloak: none of the 4 groups gives a role, of “eve”");
    }

    @Test
    void showsFiftyGroups() throws Exception {
        Object[] groups = IntStream.range(0, 5_000).mapToObj(i -> "group-" + i).toArray();
        String page = signIn("eve", groups).body();
        assertThat(page).contains(">group-49<", "and 4,950 more").doesNotContain("group-50<");
    }

    @Test
    void readsFiveThousandGroups() throws Exception {
        Object[] groups = IntStream.range(0, 5_000)
                .mapToObj(i -> i == 4_999 ? "reviewers" : "g" + i)
                .toArray();
        assertThat(signIn("ann", groups).statusCode()).isEqualTo(302);
        browser = new TestBrowser(port);
        Object[] more = IntStream.range(0, 5_001).mapToObj(i -> "reviewers").toArray();
        HttpResponse<String> answer = signIn("ann", more);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("more than 5,000 groups");
    }

    @Test
    void refusesALongGroup() throws Exception {
        assertThat(signIn("ann", "reviewers", "x".repeat(257)).body())
                .contains("a group with more than 256 characters");
        assertThat(signIn("ann", "reviewers", "x".repeat(256)).statusCode()).isEqualTo(302);
    }

    @Test
    void comparesCommasQuotesAndMarkupExactly() throws Exception {
        signIn("ann", "staff, \"old\" & <b>");
        assertThat(people.find("ann").orElseThrow().roles()).containsExactly(Role.AUDITOR);
        browser = new TestBrowser(port);
        assertThat(signIn("eve", "staff", " \"old\" & <b>").statusCode()).isEqualTo(403);
    }

    @Test
    void readsOneText() throws Exception {
        Map<String, Object> claims = claims("ann");
        claims.put("groups", "reviewers");
        assertThat(signIn(claims).statusCode()).isEqualTo(302);
    }

    @Test
    void explainsAMissingOrMalformedClaim() throws Exception {
        Map<String, Object> claims = claims("ann");
        claims.put("groups", null);
        assertThat(signIn(claims).body()).contains("Keycloak sent no groups: the ID token has no claim “groups”");
        claims.put("groups", List.of(1, 2));
        assertThat(signIn(claims).body()).contains("neither a text nor a list of texts");
        claims.put("groups", Map.of("a", "reviewers"));
        assertThat(signIn(claims).body()).contains("neither a text nor a list of texts");
        claims.put("groups", List.of());
        assertThat(signIn(claims).body())
                .contains("none of your groups gives a role")
                .doesNotContain("Groups received");
    }

    @Test
    void explainsTheOverageOfEntra() throws Exception {
        Map<String, Object> claims = claims("ann");
        claims.put("groups", null);
        claims.put("_claim_names", Map.of("groups", "src1"));
        claims.put("_claim_sources", Map.of("src1", Map.of("endpoint", "https://graph.windows.net/…")));
        assertThat(signIn(claims).body()).contains("because you are in too many for the token");
    }

    @Test
    void changesTheRolesWithTheGroups() throws Exception {
        signIn("ann", "reviewers");
        browser = new TestBrowser(port);
        signIn("ann", "leads", "admins");
        browser = new TestBrowser(port);
        signIn("ann", "admins", "leads");

        assertThat(people.find("ann")).contains(new Person("ann", Set.of(Role.LEAD, Role.ADMIN, Role.REVIEWER), true));
        assertThat(entries().stream().filter(entry -> entry.contains("user ann: ")))
                .endsWith(
                        "ann: AUTHORITY_CHANGED CHANGED user ann: none → REVIEWER\nfrom the groups of keycloak",
                        "ann: AUTHORITY_CHANGED CHANGED user ann: REVIEWER → REVIEWER, LEAD, ADMIN\nfrom the groups of keycloak");
        assertThat(RecordedUsers.unrecorded(jdbc)).isEmpty();
        jdbc.sql("update person set roles = 'AUDITOR' where name = 'ann'").update();
        assertThat(RecordedUsers.unrecorded(jdbc)).isPresent();
    }

    @Test
    void leavesTheRolesIfTheNewGroupsAreRefused() throws Exception {
        signIn("ann", "reviewers");
        browser = new TestBrowser(port);
        assertThat(signIn("ann", "staff").statusCode()).isEqualTo(403);
        assertThat(browser.session()).isNull();
    }

    @Test
    void identifiesAUserByIssuerAndSubject() throws Exception {
        signIn("ann", "reviewers");
        Map<String, Object> renamed = claims("anna", "reviewers");
        renamed.put("sub", "subject of ann");
        renamed.put("email", "lead@example.com");
        browser = new TestBrowser(port);
        signIn(renamed);
        assertThat(browser.get("/probe/decided").body()).isEqualTo("ann decided");

        browser = new TestBrowser(port);
        finish(begin("/oauth2/authorization/other"), OTHER, claims("ann", "reviewers"));
        assertThat(browser.get("/probe/decided").body()).isEqualTo("ann@other decided");
        assertThat(users.namesakes("ann@other")).containsExactly("ann");

        browser = new TestBrowser(port);
        Map<String, Object> third = claims("ann@other", "reviewers");
        finish(begin("/oauth2/authorization/other"), OTHER, third);
        assertThat(people.find("ann@other").orElseThrow().enabled()).isTrue();
        assertThat(users.namesakes("ann")).as("all three are one").hasSize(2);
    }

    @Test
    void givesNoUserTheNameOfAnother() throws Exception {
        assertName("ben@keycloak", Map.of("sub", "1", "preferred_username", "Ben"));
        assertThat(users.namesakes("Ben@keycloak")).contains("ben");
        assertName("ben@example.com", Map.of("sub", "2", "preferred_username", "ben", "email", "ben@example.com"));
        assertThat(users.namesakes("ben@example.com")).contains("ben");
        assertName("carl@example.com", Map.of("sub", "3", "preferred_username", "<b>", "email", "carl@example.com"));
        assertThat(users.namesakes("carl@example.com")).isEmpty();
        assertName("system@keycloak", Map.of("sub", "4", "preferred_username", "SYSTEM", "email", "system@keycloak"));
        assertName("b0ss@keycloak", Map.of("sub", "5", "preferred_username", "b0ss"));
        assertThat(users.namesakes("b0ss@keycloak")).contains("boss");
        assertName(
                "user-" + Hashes.of(PROVIDER.issuer() + "\n7").substring(0, 12),
                Map.of("sub", "7", "email", "chief@example.com", "email_verified", false));
        assertName(
                "user-" + Hashes.of(PROVIDER.issuer() + "\n6").substring(0, 12),
                Map.of("sub", "6", "preferred_username", "ben"));
    }

    private void assertName(String name, Map<String, Object> claims) throws Exception {
        Map<String, Object> all = claims("x", "reviewers");
        all.remove("preferred_username");
        all.putAll(claims);
        browser = new TestBrowser(port);
        signIn(all);
        assertThat(browser.get("/probe/decided").body()).isEqualToIgnoringCase(name + " decided");
    }
}
