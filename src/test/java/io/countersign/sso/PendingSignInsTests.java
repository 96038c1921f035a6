package io.countersign.sso;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.sso.provider.PendingSignIn;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class PendingSignInsTests {

    private static final Instant BEGUN = Instant.parse("2026-03-01T12:00:00Z");

    /** Another replica, whose clock may be behind, can get the answer. */
    @ParameterizedTest
    @CsvSource({"PT0S, true", "PT9M59S, true", "PT10M1S, false", "PT-1M-59S, true", "PT-2M-1S, false"})
    void finishesASignInWithinTenMinutes(Duration later, boolean finished) {
        MockHttpServletResponse response = new MockHttpServletResponse();
        at(BEGUN)
                .add(
                        new PendingSignIn("staff", "state", "nonce", "verifier", false, BEGUN),
                        new MockHttpServletRequest(),
                        response);
        MockHttpServletRequest answer = new MockHttpServletRequest();
        answer.setCookies(response.getCookies());
        assertThat(at(BEGUN.plus(later))
                        .take("staff", "state", answer, new MockHttpServletResponse())
                        .isPresent())
                .isEqualTo(finished);
    }

    private static PendingSignIns at(Instant now) {
        return new PendingSignIns(InstantSource.fixed(now));
    }
}
