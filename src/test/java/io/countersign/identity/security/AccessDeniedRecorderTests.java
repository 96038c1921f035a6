package io.countersign.identity.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.identity.AccessRefused;
import io.countersign.identity.TestClock;
import io.countersign.identity.signin.SignInAttemptRepository;
import io.countersign.identity.signin.SignInRecorder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.csrf.MissingCsrfTokenException;

class AccessDeniedRecorderTests {

    final List<Object> events = new ArrayList<>();
    final MockHttpServletRequest request = new MockHttpServletRequest("POST", "/decisions");
    final MockHttpServletResponse response = new MockHttpServletResponse();
    final AccessDeniedRecorder refusals = new AccessDeniedRecorder(new SignInRecorder(
            events::add,
            new SignInAttemptRepository(JdbcClient.create(new SimpleDriverDataSource()), new TestClock())));

    @Test
    void marksAnExpiredForm() throws Exception {
        request.setServletPath("/decisions");
        refusals.handle(request, response, new MissingCsrfTokenException(null));
        assertThat(response.getStatus()).isEqualTo(403);
        assertThat(request.getAttribute("countersign.expired")).isEqualTo(true);
        assertThat(events).isEmpty();
    }

    @Test
    void recordsAnInsufficientRole() throws Exception {
        request.setServletPath("/decisions");
        request.setUserPrincipal(() -> "auditor");
        refusals.handle(request, response, new AccessDeniedException("no"));
        assertThat(response.getStatus()).isEqualTo(403);
        assertThat(request.getAttribute("countersign.expired")).isNull();
        assertThat(events).containsExactly(new AccessRefused("auditor", "POST", "/decisions"));
    }
}
