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
import io.countersign.identity.signin.RefusedForms;
import io.countersign.identity.signin.SignInRecorder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.MissingCsrfTokenException;

@ExtendWith(OutputCaptureExtension.class)
class AccessDeniedRecorderTests {

    static final NameHash NAMES = new NameHash(SigningKey.of(SigningKey.newPem()));

    final RecordedAuditLog auditLog = new RecordedAuditLog();
    final MockHttpServletRequest request = new MockHttpServletRequest("POST", "/decisions");
    final MockHttpServletResponse response = new MockHttpServletResponse();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final SignInRecorder record = new SignInRecorder(auditLog, new OnlyUser("lead"), new TestClock(), NAMES);
    final AccessDeniedRecorder refusals =
            new AccessDeniedRecorder(record, new RefusedForms(meters, new TestClock(), record));

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void marksTheFormOfASignedOutUser() throws Exception {
        request.setServletPath("/decisions");
        refusals.handle(request, response, new MissingCsrfTokenException(null));
        assertThat(response.getStatus()).isEqualTo(403);
        assertThat(request.getAttribute("countersign.expired")).isEqualTo("signed-out");
        assertThat(auditLog.entries).isEmpty();
    }

    @Test
    void countsFormsOfVisitorsAndLogsABoundedNumberOfThem(CapturedOutput log) throws Exception {
        request.setServletPath("/decisions");
        for (int form = 0; form < 150; form++) {
            refusals.handle(request, new MockHttpServletResponse(), new MissingCsrfTokenException(null));
        }
        assertThat(auditLog.entries).isEmpty();
        assertThat(meters.get("countersign.forms.refused")
                        .tag("missing", "token")
                        .counter()
                        .count())
                .isEqualTo(150);
        assertThat(log.getOut().lines().filter(line -> line.contains("Refused POST /decisions")))
                .hasSize(100);
    }

    @Test
    void recordsAFormOfASignedInUserWithoutAValidToken() throws Exception {
        request.setServletPath("/teams");
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated("admin", null, List.of()));
        refusals.handle(request, response, new MissingCsrfTokenException(null));
        assertThat(request.getAttribute("countersign.expired")).isEqualTo("expired");
        assertThat(auditLog.entries)
                .containsExactly(AuditEntry.by("admin", AuditAction.VIEW, AuditOutcome.REFUSED)
                        .withMessage("POST /teams, without a valid form token"));
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, 415",
        "text/plain, 415",
        "multipart/form-data; boundary=x, 415",
        "application/x-www-form-urlencoded; charset=UTF-8, 403",
        "Application/X-WWW-Form-URLEncoded, 403",
        ", 403"
    })
    void saysThatTheTokenCannotBeReadFromThisFormat(@Nullable String type, int status) throws Exception {
        request.setServletPath("/teams");
        request.setContentType(type);
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated("admin", null, List.of()));
        refusals.handle(request, response, new MissingCsrfTokenException(null));
        assertThat(response.getStatus()).isEqualTo(status);
        assertThat(request.getAttribute("countersign.expired")).isEqualTo(status == 415 ? null : "expired");
        assertThat(auditLog.entries).hasSize(1);
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
