package io.countersign.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.audit.AuditAction;
import io.countersign.audit.AuditEntry;
import io.countersign.audit.AuditOutcome;
import io.countersign.audit.RecordedAuditLog;
import io.countersign.audit.chain.Hashes;
import io.countersign.audit.chain.SigningKey;
import io.countersign.identity.OnlyUser;
import io.countersign.identity.TestClock;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Tests that visitors without an account cannot fill the audit log. */
class SignInRecorderTests {

    final RecordedAuditLog auditLog = new RecordedAuditLog();
    final SigningKey key = SigningKey.of(SigningKey.newPem());
    final TestClock clock = new TestClock();
    SignInRecorder record;

    @BeforeEach
    void start() {
        record = new SignInRecorder(auditLog, new OnlyUser("lead"), clock, new NameHash(key));
    }

    @Test
    void recordsABoundedNumberOfUnknownNamesPerHour() {
        guessUnknownNames();
        assertThat(auditLog.entries).hasSize(SignInRecorder.UNBOUNDED_REFUSALS + 1);
        assertThat(auditLog.entries.get(SignInRecorder.UNBOUNDED_REFUSALS))
                .isEqualTo(refused(
                        "(no name)",
                        "more than 100 attempts with unknown or locked usernames, or at identity providers, within an hour;"
                                + " the rest of the hour is not recorded"));
        clock.advance(Duration.ofHours(1));
        guessUnknownNames();
        assertThat(auditLog.entries).hasSize(2 * (SignInRecorder.UNBOUNDED_REFUSALS + 1));
    }

    @Test
    void recordsABoundedNumberOfFailuresAtProviders() {
        IntStream.range(0, 500).forEach(i -> record.refusedAtProvider("", "through keycloak: invalid"));
        IntStream.range(0, 500).forEach(i -> record.refusedAtProvider("lead", "through keycloak: disabled"));
        assertThat(auditLog.entries).hasSize(SignInRecorder.UNBOUNDED_REFUSALS + 1);
        assertThat(auditLog.entries.get(0)).isEqualTo(refused("(no name)", "through keycloak: invalid"));
    }

    @Test
    void recordsABoundedNumberOfAttemptsWithLockedNames() {
        IntStream.range(0, 1000).forEach(i -> record.tooManyAttempts("lead", ""));
        assertThat(auditLog.entries).hasSize(SignInRecorder.UNBOUNDED_REFUSALS + 1);
    }

    @Test
    void recordsEachWrongPasswordOfAUserDespiteManyUnknownNames() {
        guessUnknownNames();
        auditLog.entries.clear();
        record.wrongPassword("lead", "");
        assertThat(auditLog.entries).containsExactly(refused("lead", "incorrect username or password"));
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void logsTheAddressOfTheClientAndKeepsItOutOfTheAuditLog(CapturedOutput log) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr("192.0.2.7");
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
        try {
            record.wrongPassword("lead", "");
            record.signedOut("lead");
        } finally {
            RequestContextHolder.resetRequestAttributes();
        }
        assertThat(log.getAll())
                .contains("SIGN_IN by lead from 192.0.2.7: REFUSED", "SIGN_OUT by lead from 192.0.2.7: DONE");
        assertThat(auditLog.entries.toString()).doesNotContain("192.0.2.7");
    }

    @Test
    void storesOnlyAKeyedHashOfANameThatNoUserHas() {
        record.wrongPassword("MyP4ssw0rd-typed-in-wrong-field", "");
        record.tooManyAttempts("MyP4ssw0rd-typed-in-wrong-field", "");
        record.wrongPassword("MyP4ssw0rd", "");
        assertThat(auditLog.entries)
                .extracting(AuditEntry::actor)
                .allMatch(name -> name.matches("\\(unknown name\\) [0-9a-f]{16}"));
        assertThat(auditLog.entries.get(1).actor())
                .isEqualTo(auditLog.entries.get(0).actor());
        assertThat(auditLog.entries.get(2).actor())
                .isNotEqualTo(auditLog.entries.get(0).actor());
        assertThat(auditLog.entries.toString()).doesNotContain("P4ssw0rd");
        assertThat(auditLog.entries.get(2).actor())
                .as("depends on the key")
                .doesNotContain(Hashes.of("MyP4ssw0rd").substring(0, 16))
                .endsWith(Hashes.of(key.sign("sign-in name: myp4ssw0rd")).substring(0, 16));
    }

    private static AuditEntry refused(String name, String why) {
        return AuditEntry.by(name, AuditAction.SIGN_IN, AuditOutcome.REFUSED).withMessage(why);
    }

    private void guessUnknownNames() {
        IntStream.range(0, 1000).forEach(i -> record.wrongPassword("nobody" + i + "\0", ""));
    }
}
