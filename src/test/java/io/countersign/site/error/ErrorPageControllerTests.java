package io.countersign.site.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.countersign.http.LimitProperties;
import io.countersign.identity.NoProviders;
import io.countersign.site.format.TemplateFormatDialect;
import jakarta.servlet.RequestDispatcher;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.server.ResponseStatusException;

/** Tests the content of error pages for browsers and programs. */
@WebMvcTest(
        controllers = ErrorPageController.class,
        // they read teams, providers and passkeys, and error pages do not show them
        excludeFilters =
                @Filter(
                        type = FilterType.REGEX,
                        pattern = ".*(TeamlessWarningAdvice|ProblemAdvice|PasskeyModelAdvice)"))
@AutoConfigureMockMvc(addFilters = false)
@EnableConfigurationProperties(LimitProperties.class)
@Import({TemplateFormatDialect.class, ErrorMapper.class, NoProviders.class})
class ErrorPageControllerTests {

    private static final String ERROR = "org.springframework.boot.webmvc.error.DefaultErrorAttributes.ERROR";

    @Autowired
    MockMvc mvc;

    @TestConfiguration(proxyBeanMethods = false)
    static class Clock {
        @Bean
        InstantSource clock() {
            return InstantSource.system();
        }
    }

    @Test
    void showsAReferenceWithoutDetailsForAnInternalError() throws Exception {
        assertThat(page(failed(500, new IllegalStateException("an internal secret"))))
                .containsPattern("<span class=\"mono\">[0-9a-f]{8}</span>")
                .doesNotContain("secret", "IllegalState", "??");
    }

    @Test
    void escapesMessagesOfTheApplication() throws Exception {
        assertThat(page(failed(404, new ResponseStatusException(HttpStatus.NOT_FOUND, "No <b>such</b> thing"))))
                .contains("No &lt;b&gt;such&lt;/b&gt; thing");
    }

    @Test
    void hidesMessagesOfOtherExceptions() throws Exception {
        assertThat(page(failed(400, new IllegalArgumentException("SQL inside"))))
                .doesNotContain("SQL");
    }

    @Test
    void hasAPageForEveryStatus() throws Exception {
        for (int status : new int[] {400, 401, 403, 404, 405, 406, 409, 413, 415, 429, 500, 502, 503}) {
            MockHttpServletResponse response =
                    mvc.perform(failed(status, null)).andReturn().getResponse();
            assertThat(response.getStatus()).isEqualTo(status);
            assertThat(response.getContentAsString(StandardCharsets.UTF_8))
                    .contains("<h1>")
                    .doesNotContain("??");
        }
    }

    @Test
    void saysWhichFormatAFormNeeds() throws Exception {
        assertThat(page(failed(415, null)))
                .contains("Format not supported", "application/x-www-form-urlencoded", "No changes were made.");
    }

    @Test
    void linksBackFromAnExpiredForm() throws Exception {
        assertThat(page(failed(403, null)
                        .requestAttr(ErrorMapper.EXPIRED, "expired")
                        .header("Referer", "http://localhost/invitations/1")))
                .contains("Page expired", "nothing was sent", "href=\"/invitations/1\"", ">Back<");
    }

    @Test
    void asksASignedOutUserToSignInAndLinksToThePageOfTheForm() throws Exception {
        assertThat(page(signedOut("http://localhost/invitations/1?type=LENS").param("because", "Typed <long> ago")))
                .contains(
                        "You are signed out",
                        "Sign in, and return to this page.",
                        "href=\"/invitations/1?type=LENS\">Sign in<",
                        ">Typed &lt;long&gt; ago</textarea>")
                .doesNotContain("open for too long");
    }

    @Test
    void linksASignedOutUserToNoOtherSite() throws Exception {
        for (String referer : List.of("http://localhost.example/x", "https://example.com/", "http://localhost//x")) {
            assertThat(page(signedOut(referer)))
                    .as(referer)
                    .containsPattern("href=\"/(login)?\">Sign in<")
                    .doesNotContain("example");
        }
    }

    private static MockHttpServletRequestBuilder signedOut(String referer) {
        return failed(403, null)
                .requestAttr(ErrorMapper.EXPIRED, "signed-out")
                .requestAttr(RequestDispatcher.ERROR_METHOD, "POST")
                .header("Referer", referer);
    }

    @Test
    void returnsProblemJsonToPrograms() throws Exception {
        MockHttpServletResponse response = mvc.perform(
                        failed(409, new ResponseStatusException(HttpStatus.CONFLICT, "Taken"))
                                .accept(MediaType.APPLICATION_JSON))
                .andReturn()
                .getResponse();
        assertThat(response.getContentType()).isEqualTo("application/problem+json");
        assertThat(response.getContentAsString()).contains("\"status\":409", "\"detail\":\"Taken\"");
    }

    private static MockHttpServletRequestBuilder failed(int status, Throwable cause) {
        MockHttpServletRequestBuilder request =
                get("/error").accept(MediaType.TEXT_HTML).requestAttr(RequestDispatcher.ERROR_STATUS_CODE, status);
        return cause == null ? request : request.requestAttr(ERROR, cause);
    }

    private String page(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }
}
