package io.countersign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.countersign.running.Await;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/**
 * A browser for page tests. It checks that no page misses a message or contains content that the
 * Content-Security-Policy blocks.
 */
public class Pages {

    private static final Pattern ID = Pattern.compile("\\sid=\"([^\"]+)\"");

    private final MockMvc mvc;

    Pages(MockMvc mvc) {
        this.mvc = mvc;
    }

    /**
     * @param cookies cookies that a redirect sets for its target
     * @param flash the message that a redirect shows on its target; null for none
     */
    public record Page(
            int status,
            String body,
            @Nullable String location,
            Cookie[] cookies,
            @Nullable Object flash) {}

    public Page open(String path, String person) throws Exception {
        return send(get(URI.create(path)), person);
    }

    public Page submit(String path, String person, Map<String, String> fields) throws Exception {
        MockHttpServletRequestBuilder request = post(URI.create(path)).with(csrf());
        fields.forEach(request::param);
        return send(request, person);
    }

    /** @param fields alternating names and values; names may repeat */
    public Page submit(String path, String person, List<String> fields) throws Exception {
        MockHttpServletRequestBuilder request = post(URI.create(path)).with(csrf());
        for (int i = 0; i < fields.size(); i += 2) {
            request.param(fields.get(i), fields.get(i + 1));
        }
        return send(request, person);
    }

    /** Follows the redirect of a page. */
    public Page follow(Page page, String person) throws Exception {
        MockHttpServletRequestBuilder request = get(URI.create(String.valueOf(page.location())));
        return send(page.cookies().length == 0 ? request : request.cookie(page.cookies()), person);
    }

    /** Polls AWS and waits until all sources were polled. */
    public void refresh() throws Exception {
        Page started = submit("/refresh", "reviewer", Map.of());
        assertThat(started.status()).isEqualTo(302);
        Await.until("every source is read", Duration.ofSeconds(60), () -> !isUnderWay(started));
    }

    private boolean isUnderWay(Page started) {
        try {
            Page progress = follow(started, "reviewer");
            assertThat(progress.status()).isEqualTo(200);
            return progress.body().contains("data-progress");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Page send(MockHttpServletRequestBuilder request, String person) throws Exception {
        MvcResult result = mvc.perform(request.accept(MediaType.TEXT_HTML)
                        .locale(Locale.ENGLISH)
                        .with(as(person)))
                .andReturn();
        MockHttpServletResponse answer = result.getResponse();
        Page page = isError(result)
                ? errorPage(result, person)
                : page(answer, result.getFlashMap().get("flash"));
        if (page.location() == null) {
            assertWhole(page.body());
        }
        return page;
    }

    /** Parses a user who has just signed in: the name of a role, or {@code ben/REVIEWER}. */
    private static RequestPostProcessor as(String person) {
        String[] parts = person.split("/");
        String role = parts.length == 1 ? person.toUpperCase(Locale.ROOT) : parts[1];
        return SignedIn.as(parts[0], role);
    }

    private static boolean isError(MvcResult result) {
        MockHttpServletResponse answer = result.getResponse();
        return answer.getStatus() >= 400
                && result.getModelAndView() == null
                && answer.getContentAsByteArray().length == 0;
    }

    /** Renders the error page, as a container would. */
    private Page errorPage(MvcResult failed, String person) throws Exception {
        MockHttpServletRequestBuilder request = get("/error")
                .accept(MediaType.TEXT_HTML)
                .with(as(person))
                .with(Pages::errorDispatch)
                .requestAttr(
                        RequestDispatcher.ERROR_STATUS_CODE,
                        failed.getResponse().getStatus());
        request.requestAttr(RequestDispatcher.ERROR_METHOD, failed.getRequest().getMethod());
        failed.getRequest().getParameterMap().forEach(request::param);
        Object notYours = failed.getRequest().getAttribute("countersign.not-yours");
        if (notYours != null) {
            request.requestAttr("countersign.not-yours", notYours);
        }
        if (failed.getResolvedException() != null) {
            request.requestAttr(RequestDispatcher.ERROR_EXCEPTION, failed.getResolvedException());
        }
        return page(mvc.perform(request).andReturn().getResponse(), null);
    }

    private static MockHttpServletRequest errorDispatch(MockHttpServletRequest request) {
        request.setDispatcherType(DispatcherType.ERROR);
        return request;
    }

    private static Page page(MockHttpServletResponse answer, @Nullable Object flash) throws Exception {
        return new Page(
                answer.getStatus(),
                answer.getContentAsString(StandardCharsets.UTF_8),
                answer.getRedirectedUrl(),
                answer.getCookies(),
                flash);
    }

    private static void assertWhole(String body) {
        assertThat(body)
                .endsWith("</html>\n")
                .contains("<html lang=\"en\"", "<title>")
                .doesNotContain("??", " th:", "${", "#{", "<style")
                .doesNotContainPattern("<[^>]*\\sstyle=")
                .doesNotContainPattern("<[^>]*\\son[a-z]+=\"")
                .doesNotContainPattern("<script(?! type=\"module\" src=\"/files/[0-9a-f]{12}/js/)")
                .containsOnlyOnce("<h1")
                .containsOnlyOnce("<main");
        assertThat(ids(body)).doesNotHaveDuplicates();
    }

    private static List<String> ids(String body) {
        return ID.matcher(body).results().map(found -> found.group(1)).toList();
    }
}
