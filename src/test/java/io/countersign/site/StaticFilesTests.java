package io.countersign.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.countersign.PageTest;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/**
 * Tests that static files are public, cached if the URL contains their version, and otherwise revalidated by content.
 */
@PageTest
class StaticFilesTests {

    @Autowired
    MockMvc mvc;

    @ParameterizedTest
    @ValueSource(strings = {"/css/app.css", "/js/app.js", "/webjars/bootstrap/css/bootstrap.min.css"})
    void cachesAVersionedFileForAYear(String path) throws Exception {
        MockHttpServletResponse named = mvc.perform(get(StaticFiles.PREFIX + FileVersion.CURRENT + path))
                .andReturn()
                .getResponse();
        MockHttpServletResponse plain = mvc.perform(get(path)).andReturn().getResponse();

        assertThat(named.getStatus()).isEqualTo(200);
        assertThat(named.getHeader("Cache-Control")).contains("max-age=31536000", "immutable");
        assertThat(named.getContentAsByteArray()).isEqualTo(plain.getContentAsByteArray());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/css/app.css", "/webjars/bootstrap/css/bootstrap.min.css"})
    void doesNotCacheAFileOfAnotherVersion(String path) throws Exception {
        MockHttpServletResponse other =
                mvc.perform(get("/files/0123456789ab" + path)).andReturn().getResponse();

        assertThat(other.getStatus()).isEqualTo(200);
        assertThat(other.getHeader("Cache-Control")).isEqualTo("no-store");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/files/0123456789ab/../application.yml",
                "/files/x",
                "/files/x/css/none.css",
                "/files/x/%2e%2e/messages/site.properties"
            })
    void servesNoOtherFiles(String path) throws Exception {
        assertThat(mvc.perform(get(URI.create(path))).andReturn().getResponse().getStatus())
                .isIn(400, 404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/css/app.css",
                "/js/app.js",
                "/icons/favicon.svg",
                "/webjars/bootstrap/css/bootstrap.min.css",
                "/webjars/bootstrap-icons/font/bootstrap-icons.min.css"
            })
    void revalidatesAFileWithoutVersion(String path) throws Exception {
        MockHttpServletResponse first = mvc.perform(get(path)).andReturn().getResponse();
        assertThat(first.getStatus()).isEqualTo(200);
        assertThat(first.getHeader("Cache-Control")).isEqualTo("no-cache");
        assertThat(first.getHeader("ETag")).isNotBlank();

        MockHttpServletResponse again = mvc.perform(
                        get(path).header("If-None-Match", String.valueOf(first.getHeader("ETag"))))
                .andReturn()
                .getResponse();
        assertThat(again.getStatus()).isEqualTo(304);
        assertThat(again.getContentAsByteArray()).isEmpty();
    }

    @Test
    void leadsTheIconThatBrowsersAskForToTheIconOfPages() throws Exception {
        MockHttpServletResponse asked =
                mvc.perform(get("/favicon.ico")).andReturn().getResponse();

        assertThat(asked.getRedirectedUrl()).isEqualTo("/icons/favicon.svg");
    }
}
