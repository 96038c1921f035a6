package io.countersign.identity.signin;

import java.time.InstantSource;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;

/** Checks a password only if the name has attempts left, and records the outcome. */
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
        return PasswordFactor.withPasswordAt(person, clock.instant());
    }

    /**
     * Checks the password of a signed-in user again. It uses the same attempt limit, so that an unattended session
     * cannot be used for guessing.
     *
     * @return the current authentication with the new time
     */
    Authentication again(Authentication signedIn, String password) {
        String name = signedIn.getName();
        check(UsernamePasswordAuthenticationToken.unauthenticated(name, password), " (password confirmation)");
        record.signedInAgain(name);
        return PasswordFactor.withPasswordAt(signedIn, clock.instant());
    }

    private Authentication check(Authentication typed, String when) {
        String name = typed.getName();
        if (!attempts.take(name)) {
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
