package io.countersign.site.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletResponse;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.thymeleaf.TemplateEngine;

/** Tests the end of a response during which the database became unavailable. */
class DatabaseUnavailableFilterTests {

    private final DatabaseUnavailableFilter filter =
            new DatabaseUnavailableFilter(new TemplateEngine(), new StaticMessageSource());
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void leavesACompleteRedirectAsItIs() throws Exception {
        filter.doFilter(new MockHttpServletRequest(), response, (request, sent) -> {
            ((HttpServletResponse) sent).sendRedirect("/decisions/7");
            throw gone();
        });
        assertThat(response.getRedirectedUrl()).isEqualTo("/decisions/7");
        assertThat(response.getContentAsString()).isEmpty();
    }

    @Test
    void leavesTheEndOfAPartialDownloadToTheContainer() {
        FilterChain download = (request, sent) -> {
            sent.getWriter().write("seq,at\n");
            sent.flushBuffer();
            throw gone();
        };
        assertThatThrownBy(() -> filter.doFilter(new MockHttpServletRequest(), response, download))
                .isInstanceOf(DataAccessResourceFailureException.class);
    }

    private static DataAccessResourceFailureException gone() {
        return new DataAccessResourceFailureException(
                "gone", new SQLException("This connection has been closed.", "08003"));
    }
}
