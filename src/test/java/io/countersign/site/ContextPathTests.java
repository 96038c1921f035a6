package io.countersign.site;

import static io.countersign.ListedForPages.PLAIN;
import static io.countersign.invitation.Listings.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.countersign.PageTest;
import io.countersign.Pages;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.util.HtmlUtils;

/** Follows the links of all pages under a context path. */
@PageTest
@TestPropertySource(properties = "countersign.decision.hold.single=30m")
class ContextPathTests {

    private static final String CONTEXT = "/desk";
    private static final int MOST_PAGES = 150;
    private static final String REASON = "Rejected+as+agreed+in+ticket+4711.";

    /** The value of a field is a path without the context path, and the server adds it. */
    private static final Pattern PATH = Pattern.compile("\\s(?!value=)[a-z-]+=\"(/[^\"]*)\"");

    private static final Pattern LINK = Pattern.compile("<a [^>]*href=\"(/[^\"#]*)");

    @Autowired
    MockMvc mvc;

    @Autowired
    Pages pages;

    @Test
    void startsEveryPathWithTheContextPath() throws Exception {
        pages.refresh();
        Set<String> seen = new HashSet<>();
        for (String role : List.of("LEAD", "ADMIN")) {
            Deque<String> waiting = new ArrayDeque<>(List.of(CONTEXT + "/"));
            int visited = 0;
            while (!waiting.isEmpty() && visited < MOST_PAGES) {
                String path = waiting.poll();
                if (seen.add(role + shape(path))) {
                    visited++;
                    links(open(path, role)).forEach(waiting::add);
                }
            }
        }
        assertThat(seen).hasSizeGreaterThan(30);
    }

    @Test
    void namesTheContextPathInAProgressPage() throws Exception {
        String page = open(CONTEXT + "/refresh?since=99999999999999&view=all", "LEAD");
        assertThat(page).contains("data-progress=\"/desk/refresh/events?", "data-back=\"/desk/?view=all\"");
    }

    /** Every decision is held, so that the bulk decision runs until the end of its holds. */
    @Test
    void startsEveryPathOfAHeldDecisionAndARunningBatchWithTheContextPath() throws Exception {
        pages.refresh();
        String review = CONTEXT + "/invitations/" + id(PLAIN + 100);
        String fingerprint = open(review, "LEAD").replaceAll("(?s).*name=\"fingerprint\" value=\"([0-9a-f]+).*", "$1");
        String held = submit(review + "/decisions", "action=REJECT&reason=" + REASON + "&fingerprint=" + fingerprint);
        assertThat(open(held, "LEAD")).contains("action=\"" + held.replaceAll("\\?.*", "") + "/withdrawal");

        String batch = submit(CONTEXT + "/batches", "action=REJECT&select=" + id(PLAIN + 101));
        assertThat(open(batch, "LEAD")).contains("action=\"" + batch + "/start\"");
        submit(batch + "/start", "item=1&reason=" + REASON);
        assertThat(open(batch, "LEAD")).contains("action=\"" + batch + "/stop\"");
        submit(batch + "/stop", "");
        submit(held.replaceAll("\\?.*", "") + "/withdrawal", "");
    }

    @Test
    void redirectsWithinTheContextPath() throws Exception {
        for (String path : List.of("/refresh", "/theme", "/keys", "/views/all/start")) {
            String location = mvc.perform(post(URI.create(CONTEXT + path))
                            .contextPath(CONTEXT)
                            .param("theme", "dark")
                            .with(csrf())
                            .with(user("lead").roles("LEAD")))
                    .andReturn()
                    .getResponse()
                    .getRedirectedUrl();
            assertThat(location).as(path).startsWith(CONTEXT + "/");
        }
        assertThat(mvc.perform(get(URI.create(CONTEXT + "/history")).contextPath(CONTEXT))
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl())
                .isEqualTo("/desk/login");
    }

    private String submit(String path, String form) throws Exception {
        String location = mvc.perform(post(URI.create(path))
                        .contextPath(CONTEXT)
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .content(form)
                        .with(csrf())
                        .with(user("lead").roles("LEAD")))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        assertThat(location).as(path).startsWith(CONTEXT + "/");
        return String.valueOf(location);
    }

    private String open(String path, String role) throws Exception {
        MockHttpServletResponse response = mvc.perform(get(URI.create(path))
                        .contextPath(CONTEXT)
                        .accept("text/html", "*/*")
                        .with(user("lead").roles(role)))
                .andReturn()
                .getResponse();
        assertThat(response.getStatus()).as(path).isNotEqualTo(404);
        String type = response.getContentType();
        if (type == null || !type.startsWith("text/html")) {
            return "";
        }
        String body = response.getContentAsString();
        assertThat(PATH.matcher(body).results().map(found -> found.group(1)))
                .as(path)
                .allSatisfy(value -> assertThat(value).startsWith(CONTEXT + "/"));
        return body;
    }

    private static Stream<String> links(String page) {
        return LINK.matcher(page).results().map((MatchResult found) -> HtmlUtils.htmlUnescape(found.group(1)));
    }

    /** Replaces IDs and drops parameters: one page of each kind is enough. */
    private static String shape(String path) {
        return path.replaceAll("[0-9a-f]{32}|[0-9]+", "1").replaceAll("\\?.*", "?");
    }
}
