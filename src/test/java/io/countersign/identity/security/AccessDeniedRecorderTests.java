package io.countersign.identity.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.audit.AuditAction;
import io.countersign.audit.AuditEntry;
import io.countersign.audit.AuditOutcome;
import io.countersign.audit.RecordedAuditLog;
import io.countersign.audit.chain.SigningKey;
import io.countersign.identity.OnlyUser;
import io.countersign.identity.TestClock;
import io.countersign.identity.signin.NameHash;
import io.countersign.identity.signin.SignInAttemptRepository;
import io.countersign.identity.signin.SignInRecorder;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.csrf.MissingCsrfTokenException;

class AccessDeniedRecorderTests {

    static final NameHash NAMES = new NameHash(SigningKey.of(SigningKey.newPem()));

    final RecordedAuditLog auditLog = new RecordedAuditLog();
    final MockHttpServletRequest request = new MockHttpServletRequest("POST", "/decisions");
    final MockHttpServletResponse response = new MockHttpServletResponse();
    final AccessDeniedRecorder refusals = new AccessDeniedRecorder(new SignInRecorder(
            auditLog,
            new SignInAttemptRepository(JdbcClient.create(new SimpleDriverDataSource()), NAMES, new TestClock()),
            new OnlyUser("lead"),
            new TestClock(),
            NAMES));

    @Test
    void marksAnExpiredForm() throws Exception {
        request.setServletPath("/decisions");
        refusals.handle(request, response, new MissingCsrfTokenException(null));
        assertThat(response.getStatus()).isEqualTo(403);
        assertThat(request.getAttribute("countersign.expired")).isEqualTo(true);
        assertThat(auditLog.entries).isEmpty();
    }

    @Test
    void recordsAnInsufficientRole() throws Exception {
        request.setServletPath("/decisions");
        request.setUserPrincipal(() -> "auditor");
        refusals.handle(request, response, new AccessDeniedException("no"));
        assertThat(response.getStatus()).isEqualTo(403);
        assertThat(request.getAttribute("countersign.expired")).isNull();
        assertThat(auditLog.entries)
                .containsExactly(AuditEntry.by("auditor", AuditAction.VIEW, AuditOutcome.REFUSED)
                        .withMessage("POST /decisions"));
    }
}
