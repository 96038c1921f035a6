package io.countersign.site;

import static io.countersign.invitation.Listings.LOGISTICS;
import static io.countersign.invitation.Listings.id;
import static io.countersign.invitation.Listings.lens;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.countersign.PageTest;
import io.countersign.Pages;
import io.countersign.Pages.Page;
import io.countersign.connection.FakeShareInvitations;
import io.countersign.connection.ResourceType;
import io.countersign.connection.api.ListOutcome;
import io.countersign.connection.api.UpdateOutcome;
import io.countersign.connection.api.UpdatedInvitation;
import io.countersign.invitation.InvitationFingerprint;
import io.countersign.invitation.InvitationRepository;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Share owners hide characters in names; every page shows these characters. */
@PageTest
@TestPropertySource(
        properties = {
            "countersign.people[3].name=admin",
            "countersign.people[3].password=" + PageTest.HASH,
            "countersign.people[3].roles=ADMIN"
        })
class HiddenCharactersTests {

    private static final int HOSTILE = 5001;
    private static final int INVISIBLE = 5002;
    private static final int DECIDED = 5003;
    private static final String NAME = "Pay\u202eroll\u200b\u001b[31m \u2066<b>";
    private static final String SHOWN = "Pay\ufffdroll\ufffd␛[31m \ufffd&lt;b&gt;";
    private static final Pattern HIDDEN = Pattern.compile("[\\p{Cf}\\p{Cc}&&[^\\n\\r\\t]]");

    @Autowired
    Pages pages;

    @Autowired
    FakeShareInvitations aws;

    @Autowired
    InvitationRepository invitations;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @BeforeEach
    void readAws() throws Exception {
        aws.lists(
                LOGISTICS,
                ResourceType.LENS,
                new ListOutcome.Complete(
                        List.of(lens(HOSTILE, NAME), lens(INVISIBLE, "\u200b\u2060"), lens(DECIDED, NAME))));
        aws.answers(id -> new UpdateOutcome.Updated(
                new UpdatedInvitation(id.value(), "LENS", null, null, null, null, null), "request-1"));
        pages.refresh();
        jdbc.sql("insert into owner_account values ('999988887777', :name, 'EXTERNAL', 'NONE', null, 1, now(), 'lead')"
                        + " on conflict do nothing")
                .param("name", "Own\u202eer\u200f")
                .update();
        jdbc.sql("update connection set name = :name where account_id = '222233334444'")
                .param("name", "Log\u200bistics")
                .update();
    }

    @Test
    void showsNamesWithVisibleSigns() throws Exception {
        assertThat(shown("/?view=all", "lead")).contains(SHOWN, "Own\ufffder\ufffd");
        assertThat(shown("/invitations/" + id(HOSTILE), "lead")).contains("<title>" + SHOWN, SHOWN + "</span></h1>");
        assertThat(shown("/owners", "lead")).contains("Own\ufffder\ufffd");
        assertThat(shown("/owners/999988887777", "lead")).contains("Own\ufffder\ufffd");
    }

    @Test
    void showsANameOfInvisibleCharactersOnly() throws Exception {
        assertThat(shown("/invitations/" + id(INVISIBLE), "lead")).contains(">\ufffd\ufffd</span></h1>");
    }

    @Test
    void hidesNoCharacterOnAnyPage() throws Exception {
        String decision = decide();
        TreeSet<String> paths = new TreeSet<>(List.of(
                "/?view=all",
                "/invitations/" + id(HOSTILE),
                "/invitations/" + id(DECIDED),
                "/owners/999988887777",
                "/connections/222233334444",
                String.valueOf(pages.submit(
                                "/batches",
                                "lead",
                                Map.of("action", "REJECT", "ids", id(HOSTILE).value()))
                        .location()),
                decision,
                decision + "/timeline",
                "/history?text=roll"));
        paths.addAll(EveryPage.paths(mappings));
        for (String path : paths) {
            for (String person : List.of("lead", "admin")) {
                assertNoneHidden(path, pages.open(path, person));
            }
        }
    }

    @Test
    void hidesNoCharacterInASpreadsheet() throws Exception {
        decide();
        String csv = mvc.perform(get("/history.csv").with(user("auditor").roles("AUDITOR")))
                .andReturn()
                .getResponse()
                .getContentAsString()
                .substring(1);
        assertThat(csv).contains("Pay\ufffdroll\ufffd␛[31m").doesNotContainPattern(HIDDEN);
    }

    @Test
    void keepsTypedTextUnchanged() throws Exception {
        Page page = pages.submit(
                "/invitations/" + id(HOSTILE) + "/decisions", "lead", Map.of("action", "", "reason", "a\u200cb"));
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body()).contains(">a&zwnj;b</textarea>");
    }

    private String decide() throws Exception {
        String path = "/invitations/" + id(DECIDED);
        if (pages.open(path, "lead").body().contains("name=\"fingerprint\"")) {
            String fingerprint = InvitationFingerprint.of(
                            invitations.find(id(DECIDED)).orElseThrow().listed())
                    .value();
            pages.submit(
                    path + "/decisions",
                    "lead",
                    Map.of("action", "REJECT", "reason", "Refused in ticket 4711", "fingerprint", fingerprint));
        }
        return "/decisions/"
                + jdbc.sql("select max(id) from decision").query(Long.class).single();
    }

    private static void assertNoneHidden(String path, Page page) {
        assertThat(page.body().replaceAll(" value=\"[^\"]*\"", "")).as(path).doesNotContainPattern(HIDDEN);
    }

    private String shown(String path, String person) throws Exception {
        Page page = pages.open(path, person);
        assertThat(page.status()).isEqualTo(200);
        return page.body();
    }
}
