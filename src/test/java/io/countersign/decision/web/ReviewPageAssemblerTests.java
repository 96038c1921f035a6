package io.countersign.decision.web;

import static io.countersign.invitation.Listings.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.ListedForPages;
import io.countersign.PageTest;
import io.countersign.Pages;
import io.countersign.Pages.Page;
import io.countersign.connection.InvitationId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tests the panels beside an invitation: its owner, its expiry, and the reason templates. */
@PageTest
class ReviewPageAssemblerTests {

    private static final InvitationId LENS = id(ListedForPages.LENS);

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void readAws() throws Exception {
        pages.refresh();
    }

    @AfterEach
    void reset() {
        jdbc.sql("delete from owner_account").update();
        jdbc.sql("delete from reason_template").update();
    }

    @Test
    void marksABlockedOwnerInTheQueueAndOnThePage() throws Exception {
        pages.submit(
                "/owners",
                "lead",
                Map.of(
                        "accountId",
                        "999988887777",
                        "name",
                        "Con<i>toso",
                        "membership",
                        "EXTERNAL",
                        "trust",
                        "BLOCKED",
                        "note",
                        "Asks for too much."));

        assertThat(shown("/?owner=999988887777", "reviewer"))
                .contains("Con&lt;i&gt;toso", ">Blocked<", ">External<", ">New owner<");
        assertThat(shown("/invitations/" + LENS, "reviewer"))
                .contains("Owner", "Con&lt;i&gt;toso", ">Blocked<", "Asks for too much.")
                .contains("None (new owner)", "href=\"/?owner=999988887777\"")
                .contains("a comment can’t be changed later")
                .doesNotContain("href=\"/owners");
        assertThat(shown("/invitations/" + LENS, "lead"))
                .containsPattern("<a [^>]*href=\"/owners/999988887777\"[^>]*>Con&lt;i&gt;toso</a>")
                .doesNotContain("/owners/new");
    }

    @Test
    void offersToAddAnOwnerWhoseNameIsKnownFromElsewhere() throws Exception {
        assertThat(shown("/invitations/" + id(ListedForPages.FORMULA), "lead"))
                .contains("Northwind Platform", "href=\"/owners/new?account=555566667777\"")
                .doesNotContain("href=\"/owners/555566667777\"");
    }

    @Test
    void showsAMissingOwner() throws Exception {
        assertThat(shown("/invitations/" + id(ListedForPages.BARE), "lead"))
                .contains("Owner", ">—<")
                .doesNotContain("New owner");
    }

    @Test
    void linksOtherInvitationsToTheSameResource() throws Exception {
        String resource = jdbc.sql("select resource_id from invitation where invitation_id = :id")
                .param("id", LENS.value())
                .query(String.class)
                .single();
        InvitationId twin = id(987_654);
        jdbc.sql("""
                insert into invitation (invitation_id, account_id, region, resource_type, resource_id, shared_by, shared_with,
                  state, first_seen_at, last_seen_at, state_at)
                select :twin, account_id, region, resource_type, resource_id, shared_by, 'arn:aws:iam::222233334444:user/<b>',
                  'GONE', first_seen_at, last_seen_at, state_at from invitation where invitation_id = :id""").param("twin", twin.value()).param("id", LENS.value()).update();

        assertThat(resource).isNotNull();
        assertThat(shown("/invitations/" + LENS + "?sort=-name", "reviewer"))
                .contains("href=\"/invitations/" + twin + "?sort=-name\"", "Invited twice", "user/&lt;b&gt;");
        jdbc.sql("delete from invitation where invitation_id = :twin")
                .param("twin", twin.value())
                .update();
    }

    @ParameterizedTest
    @CsvSource({
        "70, Time left: ≤ 2 d 22 h.",
        "20, Time left: ≤ 20 h.",
        "5, Time left: ≤ 5 h.",
        "-1, The seven days are over."
    })
    void showsTheTimeLeftOnce(int hours, String words) throws Exception {
        jdbc.sql("update invitation set first_seen_at = current_timestamp - interval '" + (168 - hours)
                        + "' hour where invitation_id = :id")
                .param("id", LENS.value())
                .update();

        assertThat(shown("/invitations/" + LENS, "reviewer"))
                .containsOnlyOnce(words)
                .containsOnlyOnce("at the latest");
        jdbc.sql("update invitation set first_seen_at = current_timestamp where invitation_id = :id")
                .param("id", LENS.value())
                .update();
        assertThat(shown("/invitations/" + LENS, "reviewer")).doesNotContain("Time left");
    }

    @ParameterizedTest
    @CsvSource({
        "ACCEPTED_ELSEWHERE, CERTAIN, Accepted outside Countersign., Certain: AWS confirms it.",
        "EXPIRED, LIKELY, Expired without a decision., Likely: no other reason fits",
        "EXPIRED, POSSIBLE, Expired without a decision., Possible: other reasons fit",
        "DECIDED_HERE, POSSIBLE, 'Decided here, with an unclear result.', Possible: other reasons fit",
        "UNKNOWN, POSSIBLE, Withdrawn by its owner, Possible: other reasons fit"
    })
    void showsWhyAnInvitationIsGone(String cause, String confidence, String why, String certainty) throws Exception {
        assertThat(shown("/invitations/" + LENS, "lead")).contains("What accepting allows.");
        update("state = 'GONE', gone_cause = '%s', gone_confidence = '%s', gone_evidence = 'GetLens <shows> it.'"
                .formatted(cause, confidence));
        try {
            assertThat(shown("/invitations/" + LENS, "reviewer"))
                    .contains(why, certainty, "GetLens &lt;shows&gt; it.")
                    .doesNotContain("or someone decided it in the AWS console", "What accepting allows.");
        } finally {
            update("state = 'PENDING', gone_cause = null, gone_confidence = null, gone_evidence = null");
        }
    }

    @Test
    void namesTheIamUserWithWhomAloneItIsShared() throws Exception {
        update("shared_with = 'arn:aws:iam::222233334444:user/team/kim.<b>'");
        try {
            assertThat(shown("/invitations/" + LENS, "reviewer"))
                    .contains("Only the IAM user kim.&lt;b&gt; of Logistics can apply this custom lens")
                    .doesNotContain("Users of Logistics can apply");
            for (String text : List.of("KIM.", "iam::222233334444:user/team/kim")) {
                assertThat(shown("/?text=" + text, "reviewer"))
                        .contains(LENS.value(), "Only the IAM user kim.&lt;b&gt;");
            }
        } finally {
            update("shared_with = '111122223333'");
        }
        assertThat(shown("/invitations/" + LENS, "reviewer")).contains("Users of Logistics can apply");
    }

    private void update(String columns) {
        jdbc.sql("update invitation set " + columns + " where invitation_id = :id")
                .param("id", LENS.value())
                .update();
    }

    @Test
    void preselectsTheActionOfAShortcutWithoutDeciding() throws Exception {
        assertThat(shown("/invitations/" + LENS + "?decide=REJECT", "reviewer"))
                .containsPattern("value=\"REJECT\" checked")
                .doesNotContainPattern("value=\"ACCEPT\" checked");
        assertThat(shown("/invitations/" + LENS + "?decide=<b>", "reviewer")).doesNotContain("checked=");
        assertThat(shown("/invitations/" + LENS, "reviewer")).contains(">Pending<");
    }

    @Test
    void insertsAReasonTemplateWithoutScript() throws Exception {
        pages.submit("/reasons", "lead", Map.of("text", "Part of the <landing> zone"));
        String template =
                jdbc.sql("select id from reason_template").query(String.class).single();
        assertThat(shown("/invitations/" + LENS, "reviewer"))
                .contains(
                        "Part of the &lt;landing&gt; zone</option>", "formaction=\"/invitations/" + LENS + "/drafts\"");

        String drafts = "/invitations/" + LENS + "/drafts?sort=-name";
        Page page = pages.submit(
                drafts, "reviewer", Map.of("action", "ACCEPT", "reason", "Ticket 4711.", "template", template));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains(">Ticket 4711.\nPart of the &lt;landing&gt; zone</textarea>", "sort=-name")
                .containsPattern("value=\"ACCEPT\" checked");
        assertThat(pages.submit(drafts, "reviewer", Map.of("reason", "as it was", "template", ""))
                        .body())
                .contains(">as it was</textarea>");
        assertThat(pages.submit(drafts, "reviewer", Map.of("template", "x")).status())
                .isEqualTo(400);
    }

    @Test
    void letsLeadsEditTheReasonTemplates() throws Exception {
        assertThat(pages.submit("/reasons", "lead", Map.of("text", "short")).body())
                .contains("Enter a reason of at least 10 characters", "href=\"#text\"", ">short</textarea>");
        pages.submit("/reasons", "lead", Map.of("text", "Agreed with the owner"));
        String id =
                jdbc.sql("select id from reason_template").query(String.class).single();
        assertThat(shown("/reasons", "lead")).contains("Agreed with the owner", "/reasons/" + id);
        assertThat(shown("/reasons", "reviewer"))
                .contains("Agreed with the owner")
                .doesNotContain("/reasons/" + id, "<textarea", "action=\"/reasons\"", "href=\"/lead\"");
        assertThat(pages.submit("/reasons", "reviewer", Map.of("text", "Agreed by all of us"))
                        .status())
                .isEqualTo(403);

        assertThat(pages.submit("/reasons/" + id, "lead", Map.of("text", "Agreed in writing", "version", "1"))
                        .location())
                .isEqualTo("/reasons");
        Page late = pages.submit("/reasons/" + id, "lead", Map.of("text", "Agreed by phone", "version", "1"));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains("Agreed in writing", ">Agreed by phone</textarea>", "value=\"2\"");
        assertThat(shown("/history?action=REASONS_CHANGED", "auditor"))
                .contains("Reason templates", "Agreed with the owner → Agreed in writing");
        pages.submit("/reasons/" + id + "/removal", "lead", Map.of("version", "2"));
        assertThat(pages.open("/reasons/" + id, "lead").status()).isEqualTo(404);
    }

    private String shown(String path, String person) throws Exception {
        Page page = pages.open(path.replace("<", "%3C").replace(">", "%3E"), person);
        assertThat(page.status()).isEqualTo(200);
        return page.body();
    }
}
