package io.countersign.identity.signin;

import java.time.InstantSource;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;

/** Checks a password only while the typed name has attempts left, and records how it went. */
public class RateLimitedAuthenticationProvider implements AuthenticationProvider {

    private final AuthenticationProvider passwords;
    private final SignInAttemptRepository attempts;
    private final SignInRecorder record;
    private final InstantSource clock;

    public RateLimitedAuthenticationProvider(
            AuthenticationProvider passwords,
            SignInAttemptRepository attempts,
            SignInRecorder record,
            InstantSource clock) {
        this.passwords = passwords;
        this.attempts = attempts;
        this.record = record;
        this.clock = clock;
    }

    @Override
    public Authentication authenticate(Authentication typed) {
        Authentication person = check(typed, "");
        record.signedIn(person.getName());
        return PasswordFactor.given(person, clock.instant());
    }

    /**
     * Asks somebody who is signed in for their password once more: with the same count, so that a session left open is no
     * place to guess at.
     *
     * @return the person as they are signed in, with the password given now
     */
    Authentication again(Authentication signedIn, String password) {
        String name = signedIn.getName();
        check(UsernamePasswordAuthenticationToken.unauthenticated(name, password), " (password confirmation)");
        record.signedInAgain(name);
        return PasswordFactor.given(signedIn, clock.instant());
    }

    private Authentication check(Authentication typed, String when) {
        String name = typed.getName();
        if (!attempts.take(name)) {
            record.signInRefused(name, "too many attempts for this username" + when);
            throw new LockedException("too many attempts");
        }
        try {
            return passwords.authenticate(typed);
        } catch (AuthenticationException e) {
            record.signInRefused(name, "incorrect username or password" + when);
            throw e;
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
