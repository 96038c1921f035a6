package io.countersign.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.countersign.PageTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** Styles, scripts and icons are served to everybody, and revalidated by their content. */
@PageTest
class StaticFilesTests {

    @Autowired
    MockMvc mvc;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/css/app.css",
                "/js/app.js",
                "/icons/favicon.svg",
                "/webjars/bootstrap/css/bootstrap.min.css",
                "/webjars/bootstrap-icons/font/bootstrap-icons.min.css"
            })
    void isSentOnceAndThenOnlyConfirmed(String path) throws Exception {
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
}
