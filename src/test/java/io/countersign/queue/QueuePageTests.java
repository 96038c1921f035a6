package io.countersign.queue;

import static io.countersign.invitation.Listings.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.ListedForPages;
import io.countersign.PageTest;
import io.countersign.Pages;
import io.countersign.Pages.Page;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Checks the queue page. */
@PageTest
class QueuePageTests {

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void readAws() throws Exception {
        pages.refresh();
    }

    @Test
    void escapesNames() throws Exception {
        assertThat(shown("/?account=222233334444"))
                .contains("&lt;b&gt;Urgent&lt;/b&gt; &quot;quoted&quot; &amp; more</a>")
                .contains(">=1+1 priorities</a>", "dir=\"auto\">عدسة أمن المدفوعات</a>", ListedForPages.LONG_NAME)
                .doesNotContain("<b>");
    }

    /** Another resource has an ID that begins with the same text, and one invitation does not contain the typed text. */
    @ParameterizedTest
    @CsvSource({"/?type=LENS, 6", "/?text=of%20the%20team, 5", "/?text=of%20the%20team&sort=-name&state=pending, 5"})
    void showsAsManyInvitationsToAResourceAsTheLinkSays(String path, int number) throws Exception {
        share("shared-lens", 6);
        share("shared-lens-2", 2);
        String page = shown(path);
        Matcher all = Pattern.compile("href=\"([^\"]*)\">Show all (\\d+)<").matcher(page);
        assertThat(all.find()).isTrue();
        assertThat(all.group(2)).isEqualTo(String.valueOf(number));

        String list = shown(all.group(1).replace("&amp;", "&"));
        assertThat(list.split("<td class=\"cell-resource\">", -1)).hasSize(number + 1);
        assertThat(list).contains("One resource only.", "name=\"resourceOf\"").doesNotContain("shared-lens-2");
    }

    @AfterEach
    void removeSharedLenses() {
        jdbc.sql("delete from invitation where resource_name = 'Shared lens'").update();
    }

    private void share(String resource, int times) {
        jdbc.sql("""
                        insert into invitation (invitation_id, account_id, region, resource_type, resource_name, resource_id,
                          shared_by, shared_with, state, first_seen_at, last_seen_at, state_at)
                        select md5(:resource || n), '111122223333', 'eu-west-1', 'LENS', 'Shared lens', :resource, '999988887777',
                          case when n > 1 then 'arn:aws:iam::111122223333:user/of the team ' || n end, 'PENDING', now(), now(), now()
                        from generate_series(1, :times) n""").param("resource", resource).param("times", times).update();
    }

    @Test
    void saysWhatTheSearchFinds() throws Exception {
        assertThat(shown("/?view=all"))
                .contains("placeholder=\"Resource name, ID or ARN\"", "title=\"Finds resource names, resource IDs")
                .doesNotContain("does not find names of owners");
        assertThat(shown("/?text=Northwind"))
                .contains("No pending invitation matches this filter.")
                .contains("The search does not find names of owners and accounts.");
        assertThat(shown("/?text=" + id(ListedForPages.FORMULA))).contains("1 matches this filter");
    }

    @Test
    void refusesAMalformedInvitationOfAResource() throws Exception {
        Page page = pages.open("/?resourceOf=1", "reviewer");
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body()).contains("resourceOf: an invitation ID has exactly 32 digits");
    }

    @Test
    void showsUnknownValuesUnchanged() throws Exception {
        assertThat(shown("/?type=DASHBOARD"))
                .contains("1 matches this filter", ">OWNER_OF_ALL<", ">somebody<", ">DASHBOARD</span>")
                .contains("<p>1 resource (1 invitation)</p>");
        assertThat(shown("/?type=DASHBOARD&rows=each")).contains("<p>1 invitation</p>");
    }

    @Test
    void showsPlaceholdersForMissingValues() throws Exception {
        String row = row(shown("/?account=222233334444"), ListedForPages.BARE);
        assertThat(row).contains("(no name)", ">—<", "Unknown account");
    }

    @Test
    void marksInternalOwnersAndNoUnknownOnes() throws Exception {
        String page = shown("/?account=222233334444");
        assertThat(row(page, ListedForPages.FORMULA)).contains("Northwind Platform", ">Internal<", "5555 6666 7777");
        assertThat(row(page, ListedForPages.LENS))
                .contains("9999 8888 7777")
                .doesNotContain(">Internal<", ">External<");
    }

    @Test
    void marksInvitationsOfRegionsThatAreNotConnected() throws Exception {
        assertThat(row(shown("/?account=222233334444"), ListedForPages.FORMULA)).doesNotContain("Not connected");
        move("ap-southeast-2");
        try {
            assertThat(row(shown("/?account=222233334444"), ListedForPages.FORMULA))
                    .contains("Not connected");
        } finally {
            move("us-east-1");
        }
    }

    private void move(String region) {
        jdbc.sql("update invitation set region = :region where invitation_id = :id")
                .param("region", region)
                .param("id", id(ListedForPages.FORMULA).value())
                .update();
    }

    @Test
    void showsTheLastPageForNumbersBeyondTheEnd() throws Exception {
        assertThat(shown("/?page=999")).contains("rel=\"prev\"").doesNotContain("rel=\"next\"");
        assertThat(shown("/")).contains("rel=\"next\"").doesNotContain("rel=\"prev\"");
    }

    @Test
    void keepsTheFilterInFormTabsHeadingsRowsAndRefresh() throws Exception {
        assertThat(shown("/?text=Plain%20%26%2F%2B&permission=READONLY&sort=-name&type=WORKLOAD"))
                .contains("value=\"Plain &amp;/+\"", "<option value=\"READONLY\" selected=\"selected\">")
                .contains("<option value=\"WORKLOAD\" selected=\"selected\">", "name=\"sort\" value=\"-name\"")
                .contains(
                        "action=\"/refresh?text=Plain%20%26%2F%2B&amp;type=WORKLOAD&amp;permission=READONLY&amp;sort=-name\"")
                .contains(
                        "href=\"/?state=decided&amp;text=Plain%20%26%2F%2B&amp;type=WORKLOAD&amp;permission=READONLY&amp;sort=-name\"")
                .contains("No matching invitations");
    }

    @Test
    void marksTheSortedColumn() throws Exception {
        assertThat(shown("/?sort=-owner")).containsOnlyOnce("aria-sort").contains("aria-sort=\"descending\"");
    }

    @ParameterizedTest
    @CsvSource({
        "page, 0",
        "page, -1",
        "page, 1.5",
        "page, 99999999",
        "type, work load",
        "account, 123",
        "region, Mars",
        "permission, <b>",
        "owner, <b>",
        "sort, color",
        "state, sleeping"
    })
    void namesTheInvalidParameter(String name, String typed) throws Exception {
        refused(name, typed);
    }

    @Test
    void refusesLongTextAndControlCharacters() throws Exception {
        refused("text", "x".repeat(201));
        refused("text", "a\u0000b");
        assertThat(pages.open("/?text=" + "x".repeat(200), "reviewer").status()).isEqualTo(200);
    }

    private void refused(String name, String typed) throws Exception {
        Page page = pages.open("/?" + name + "=" + URLEncoder.encode(typed, StandardCharsets.UTF_8), "reviewer");
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body()).contains("<p>" + name + ": ");
    }

    private String shown(String path) throws Exception {
        Page page = pages.open(path, "reviewer");
        assertThat(page.status()).isEqualTo(200);
        return page.body();
    }

    private static String row(String page, int number) {
        int link = page.indexOf("href=\"/invitations/" + id(number));
        assertThat(link).isPositive();
        return page.substring(page.lastIndexOf("<tr", link), page.indexOf("</tr>", link));
    }
}
