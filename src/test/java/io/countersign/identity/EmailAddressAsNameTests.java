package io.countersign.identity;

import static io.countersign.invitation.Listings.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.countersign.ListedForPages;
import io.countersign.PageTest;
import io.countersign.Pages;
import io.countersign.Pages.Page;
import io.countersign.connection.FakeShareInvitations;
import io.countersign.connection.InvitationId;
import io.countersign.connection.api.UpdateOutcome;
import io.countersign.connection.api.UpdatedInvitation;
import io.countersign.invitation.InvitationFingerprint;
import io.countersign.invitation.InvitationRepository;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;

/** Uses the pages as a user whose name contains an apostrophe and a plus sign. */
@PageTest
@TestPropertySource(
        properties = {
            "countersign.people[3].name=" + EmailAddressAsNameTests.PAT,
            "countersign.people[3].password=" + PageTest.HASH,
            "countersign.people[3].roles=REVIEWER"
        })
class EmailAddressAsNameTests {

    static final String PAT = "Pat.O'Brien+desk@Example.com";

    private static final String ON_PAGES = "Pat.O&#39;Brien+desk@Example.com";
    private static final String IN_URLS = "Pat.O%27Brien%2Bdesk%40Example.com";
    private static final InvitationId DECIDED = id(ListedForPages.PLAIN + 110);
    private static final InvitationId DISCUSSED = id(ListedForPages.PLAIN + 111);

    @Autowired
    Pages pages;

    @Autowired
    MockMvc mvc;

    @Autowired
    FakeShareInvitations aws;

    @Autowired
    InvitationRepository invitations;

    @BeforeEach
    void readAws() throws Exception {
        pages.refresh();
        aws.answers(id -> new UpdateOutcome.Updated(
                new UpdatedInvitation(id.value(), "WORKLOAD", null, null, null, null, null), "request-1"));
    }

    @Test
    void fitsIntoTheFieldOfTheSignIn() throws Exception {
        String form = mvc.perform(get("/login")).andReturn().getResponse().getContentAsString();
        assertThat(form).containsPattern("id=\"username\"[^>]*maxlength=\"" + PersonName.LONGEST + "\"");
    }

    @Test
    void decidesAndIsFoundInHistoryAndInTheDownload() throws Exception {
        Page answer = pages.submit(
                "/invitations/" + DECIDED + "/decisions",
                PAT + "/REVIEWER",
                Map.of("action", "REJECT", "reason", "Refused in ticket 4711", "fingerprint", fingerprint()));
        assertThat(answer.location()).startsWith("/decisions/");
        assertThat(shown(answer.location())).contains(ON_PAGES);

        for (String typed : new String[] {IN_URLS, "pat.o'brien%2Bdesk@EXAMPLE.com"}) {
            assertThat(shown("/history?action=REJECT&person=" + typed))
                    .contains("<bdi>" + ON_PAGES, "Refused in ticket 4711", "/history.csv?person=");
        }
        assertThat(shown("/history?person=" + IN_URLS)).contains("/history.csv?person=" + IN_URLS);
        assertThat(shown("/history?action=REJECT&person=Pat.O")).doesNotContain("<bdi>" + ON_PAGES);
        String csv = mvc.perform(get(URI.create("/history.csv?person=" + IN_URLS))
                        .with(user("auditor").roles("AUDITOR")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(csv).contains("\"" + PAT + "\",\"REJECT\"");
    }

    @Test
    void isMentionedAssignedAndNamedAsDelegateInAnySpelling() throws Exception {
        assertThat(act("comments", "lead", Map.of("words", "@PAT.O'BRIEN+DESK@example.com, please look")))
                .contains("Comment added. Notified: " + ON_PAGES);
        assertThat(act("seen", PAT + "/REVIEWER", Map.of())).doesNotContain("mentioned you");
        assertThat(act("assignment", "lead", Map.of("to", "pat.o'brien+desk@example.com", "from", "")))
                .contains("Assigned to " + ON_PAGES);
        assertThat(shown("/?holder=PAT.O'BRIEN%2Bdesk@example.com")).contains(DISCUSSED.value());

        String today = LocalDate.now(ZoneOffset.UTC).toString();
        pages.submit(
                "/delegations",
                "lead",
                Map.of(
                        "delegate",
                        "pat.o'brien+desk@example.com",
                        "from",
                        today,
                        "until",
                        today,
                        "reason",
                        "On leave"));
        assertThat(shown("/delegations")).contains(ON_PAGES + " on behalf of lead");
    }

    private String act(String step, String person, Map<String, String> fields) throws Exception {
        Page answer = pages.submit("/invitations/" + DISCUSSED + "/" + step, person, fields);
        assertThat(answer.location()).as(answer.body()).isNotNull();
        return pages.follow(answer, person).body();
    }

    private String shown(String path) throws Exception {
        Page page = pages.open(path, "auditor");
        assertThat(page.status()).isEqualTo(200);
        return page.body();
    }

    private String fingerprint() {
        return InvitationFingerprint.of(invitations.find(DECIDED).orElseThrow().listed())
                .value();
    }
}
