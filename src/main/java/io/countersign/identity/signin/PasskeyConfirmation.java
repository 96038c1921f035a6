package io.countersign.identity.signin;

import io.countersign.identity.passkey.PasskeyException;
import io.countersign.identity.passkey.PasskeyPolicy;
import io.countersign.identity.passkey.PasskeyService;
import io.countersign.identity.session.Factor;
import io.countersign.identity.session.RenewedSession;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Checks a passkey of a signed-in user, and keeps its time in the session. */
@Component
public class PasskeyConfirmation {

    private final PasskeyService passkeys;
    private final PasskeyPolicy policy;
    private final SignInRecorder record;
    private final BreakGlassSignIn breakGlass;
    private final InstantSource clock;

    PasskeyConfirmation(
            PasskeyService passkeys,
            PasskeyPolicy policy,
            SignInRecorder record,
            BreakGlassSignIn breakGlass,
            InstantSource clock) {
        this.passkeys = passkeys;
        this.policy = policy;
        this.record = record;
        this.breakGlass = breakGlass;
        this.clock = clock;
    }

    /**
     * Returns the message key of the problem; null if the passkey is accepted.
     *
     * @param json the answer of the browser
     */
    public @Nullable String check(String json, HttpServletRequest request, HttpServletResponse response) {
        Authentication person =
                Objects.requireNonNull(SecurityContextHolder.getContext().getAuthentication());
        try {
            passkeys.verify(json, person.getName(), policy.requiredSite(request));
        } catch (PasskeyException e) {
            record.passkeyRefused(person.getName(), e.getMessage());
            return e.messageKey();
        }
        if (PasskeyPolicy.needsPasskey()) {
            complete(person, request, response);
        } else {
            record.confirmed(person.getName(), "passkey");
            keep(person, request, response);
        }
        return null;
    }

    /** Completes a sign-in that needed a passkey after the password. */
    public void complete(Authentication person, HttpServletRequest request, HttpServletResponse response) {
        record.signedInWithPasskey(person.getName(), breakGlass.uses(person.getName()));
        keep(person, request, response);
    }

    private void keep(Authentication person, HttpServletRequest request, HttpServletResponse response) {
        RenewedSession.keep(
                Factor.at(clock.instant(), FactorGrantedAuthority.WEBAUTHN_AUTHORITY, person), request, response);
    }
}
