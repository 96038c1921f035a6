package io.countersign.lead;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.ListedForPages;
import io.countersign.PageTest;
import io.countersign.Pages;
import io.countersign.Pages.Page;
import io.countersign.connection.FakeShareInvitations;
import io.countersign.connection.api.UpdateOutcome;
import io.countersign.connection.api.UpdatedInvitation;
import io.countersign.invitation.Listings;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.servlet.LocaleResolver;

/** The overview page. It uses a separate context, because other tests write audit entries without a decision. */
@PageTest
@TestPropertySource(properties = "spring.application.name=lead-page")
class LeadPageTests {

    private static final int MINE = ListedForPages.PLAIN;

    @Autowired
    Pages pages;

    @Autowired
    FakeShareInvitations aws;

    @Autowired
    LocaleResolver locales;

    @Test
    void linksEachNumberToAListWithThatManyEntries() throws Exception {
        pages.refresh();
        aws.answers(any -> new UpdateOutcome.Updated(
                new UpdatedInvitation(any.value(), "WORKLOAD", null, null, null, null, null), "request-1"));
        pages.submit(
                "/invitations/" + Listings.id(MINE) + "/decisions",
                "lead",
                Map.of("action", "ACCEPT", "reason", "Agreed in ticket 4711"));

        pages.submit("/invitations/" + Listings.id(MINE + 1) + "/claim", "lead", Map.of());

        String page = shown("/lead?days=90");
        assertThat(page).contains("/?holder=lead", "/?assignee=unassigned");
        assertThat(page).contains("Pending by time left", "Decisions by user", "data-plot=\"stacked\"");
        Matcher numbers = Pattern.compile("<a href=\"(/[^\"]*)\">(\\d+)</a>").matcher(page);
        int seen = 0;
        while (numbers.find()) {
            String list = shown(numbers.group(1).replace("&amp;", "&"));
            int number = Integer.parseInt(numbers.group(2));
            assertThat(list).as(numbers.group(1)).contains(resultText(numbers.group(1), number));
            seen++;
        }
        assertThat(seen).isGreaterThan(40);
        assertThat(page).contains("More than 3 days").doesNotContain("May have expired", "1 to 3 days");
    }

    @Test
    void saysInSentencesWhatIsPendingAndWhatWasDecided() throws Exception {
        pages.refresh();
        assertThat(shown("/lead?days=30"))
                .containsPattern("[\\d,]+ invitations are pending; none expires within 24 h\\.")
                .containsPattern(
                        "In the last 30 days, (no invitations were|1 invitation was) decided, and none expired undecided\\.")
                .contains("aria-hidden=\"true\" focusable=\"false\"><rect height=\"4\" width=\"100\">")
                .doesNotContain("Pending by age");
    }

    /** The text with which the queue or the audit log page shows the number of results. */
    private static String resultText(String href, int number) {
        if (href.startsWith("/history")) {
            return number == 0 ? "No entries match" : number == 1 ? "1 entry matches" : number + " entries match";
        }
        return number == 0
                ? "No matching invitations"
                : number == 1 ? "1 matches this filter" : number + " match this filter";
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7", "-30", "<b>", "30 days"})
    void rejectsAPeriodThatIsNotOffered(String days) throws Exception {
        Page page = pages.open(
                "/lead?days=" + days.replace("<", "%3C").replace(">", "%3E").replace(" ", "%20"), "lead");
        if (days.isEmpty()) {
            assertThat(page.status()).isEqualTo(200);
        } else {
            assertThat(page.status()).isEqualTo(400);
            assertThat(page.body()).contains("<p>days: must be 30 or 90");
        }
    }

    @Test
    void writesNumbersAsInEnglishForEveryBrowser() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.addPreferredLocale(Locale.GERMANY);
        assertThat(locales.resolveLocale(request)).isEqualTo(Locale.US);
    }

    @Test
    void isForbiddenForReviewers() throws Exception {
        assertThat(pages.open("/lead", "reviewer").status()).isEqualTo(403);
        assertThat(pages.open("/lead", "auditor").status()).isEqualTo(200);
    }

    private String shown(String path) throws Exception {
        Page page = pages.open(path, "lead");
        assertThat(page.status()).isEqualTo(200);
        return page.body();
    }
}
