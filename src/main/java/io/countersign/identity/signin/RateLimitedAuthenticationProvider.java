package io.countersign.identity.signin;

import io.countersign.identity.passkey.PasskeyPolicy;
import io.countersign.identity.session.Factor;
import java.time.InstantSource;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.FactorGrantedAuthority;

/** Checks a password only if attempts are left, and records the outcome. */
public class RateLimitedAuthenticationProvider implements AuthenticationProvider {

    private final AuthenticationProvider passwords;
    private final SignInThrottle throttle;
    private final SignInRecorder record;
    private final PasskeyPolicy passkeys;
    private final InstantSource clock;

    public RateLimitedAuthenticationProvider(
            AuthenticationProvider passwords,
            SignInThrottle throttle,
            SignInRecorder record,
            PasskeyPolicy passkeys,
            InstantSource clock) {
        this.passwords = passwords;
        this.throttle = throttle;
        this.record = record;
        this.passkeys = passkeys;
        this.clock = clock;
    }

    @Override
    public Authentication authenticate(Authentication typed) {
        Authentication person = check(typed, throttle.takeSignIn(typed.getName()), "");
        Authentication signedIn = Factor.at(clock.instant(), FactorGrantedAuthority.PASSWORD_AUTHORITY, person);
        record.signedIn(
                person.getName(),
                passkeys.missing(signedIn.getAuthorities()) ? "password; a passkey must follow" : null);
        throttle.signedIn(person.getName());
        return signedIn;
    }

    /**
     * Checks the password of a signed-in user again. Its limit prevents guessing with an unattended session, and strangers
     * do not use it up.
     *
     * @return the current authentication with the new time
     */
    Authentication again(Authentication signedIn, String password) {
        String name = signedIn.getName();
        check(
                UsernamePasswordAuthenticationToken.unauthenticated(name, password),
                throttle.takeConfirmation(name),
                " (password confirmation)");
        record.confirmed(name, "password");
        throttle.confirmed(name);
        return Factor.at(clock.instant(), FactorGrantedAuthority.PASSWORD_AUTHORITY, signedIn);
    }

    private Authentication check(Authentication typed, boolean taken, String when) {
        String name = typed.getName();
        if (!taken) {
            record.tooManyAttempts(name, when);
            throw new LockedException("too many attempts");
        }
        try {
            return passwords.authenticate(typed);
        } catch (AuthenticationException e) {
            record.wrongPassword(name, when);
            throw e;
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
