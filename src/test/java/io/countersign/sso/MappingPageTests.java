package io.countersign.sso;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.identity.TestBrowser;
import io.countersign.team.Team;
import io.countersign.team.web.TeamService;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Tests the page that shows and tries the group mapping. */
class MappingPageTests extends ProviderFixture {

    @Autowired
    TeamService teams;

    private TestBrowser admin;

    @BeforeEach
    void signIn() throws Exception {
        signIn("ann", "reviewers", "staff");
        admin = new TestBrowser(port);
        admin.signIn("boss", "demo");
    }

    @Test
    void showsTheMappings() throws Exception {
        assertThat(admin.get("/mappings").body())
                .contains(">reviewers<", ">Retail<", "no team has this name", "staff, &quot;old&quot; &amp; &lt;b&gt;")
                .doesNotContain(">Result<");
    }

    @Test
    void findsATeamInAnotherSpelling() throws Exception {
        long retail = teams.add(new Team("RETAIL", Map.of(), Map.of()), "boss");
        try {
            assertThat(admin.get("/mappings").body()).contains(">Retail<").doesNotContain("no team has this name");
        } finally {
            teams.remove(retail, "boss");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"groups": ["leads", "staff"]}       | These groups allow a sign-in.
            {"groups": "reviewers"}              | These groups allow a sign-in.
            {"groups": ["staff", "Reviewers"]}   | None of the groups gives a role.
            {"groups": []}                       | None of the groups gives a role.
            {"sub": "1"}                         | The claim “groups” is missing.
            {"groups": [1]}                      | neither a text nor a list of texts
            {"_claim_names": {"groups": "src1"}} | too many for a token""")
    void explainsWhatTheClaimsGive(String claims, String result) throws Exception {
        HttpResponse<String> page = post(claims, "");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains(
                        result,
                        result.contains("allow a sign-in")
                                ? "These groups allow a sign-in."
                                : "These groups allow no sign-in.");
    }

    @Test
    void namesTheGroupsThatAreNotMapped() throws Exception {
        assertThat(post("{\"groups\": [\"reviewers\", \"<b>\", \"staff\"]}", "").body())
                .contains("Groups that are not mapped", "&lt;b&gt;", ">staff<");
    }

    @Test
    void triesTheLastGroupsOfAUser() throws Exception {
        assertThat(post("", "ann").body())
                .contains("These groups allow a sign-in.", "Groups that are not mapped", ">staff<")
                .contains("<option value=\"ann\" selected=\"selected\">ann</option>");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", textBlock = """
            -              | -    | Enter claims, or select a user
            {"groups": []} | ann  | Enter claims or select a user, not both
            ["reviewers"]  | -    | Enter a JSON object
            null           | -    | Enter a JSON object
            {"groups":     | -    | Enter a JSON object
            -              | boss | Select a user of the list""")
    void keepsWrongInput(String claims, String user, String message) throws Exception {
        HttpResponse<String> page = post(claims == null ? "" : claims, user == null ? "" : user);
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains(message).doesNotContain(">Result<");
    }

    @Test
    void changesNothing() throws Exception {
        long before = entries().size();
        post("{\"groups\": [\"admins\"], \"sub\": \"subject of ann\"}", "");
        assertThat(entries()).hasSize((int) before);
        assertThat(people.find("ann").orElseThrow().sortedRoles()).hasToString("[REVIEWER]");
    }

    private HttpResponse<String> post(String claims, String user) throws Exception {
        return admin.post("/mappings", "claims=" + encoded(claims) + "&user=" + encoded(user));
    }
}
