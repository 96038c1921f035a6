package io.countersign.identity;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;

/** Checks a password only while the typed name has attempts left, and records how it went. */
class CountedSignIn implements AuthenticationProvider {

    private final AuthenticationProvider passwords;
    private final SignInAttempts attempts;
    private final SecurityRecord record;

    CountedSignIn(AuthenticationProvider passwords, SignInAttempts attempts, SecurityRecord record) {
        this.passwords = passwords;
        this.attempts = attempts;
        this.record = record;
    }

    @Override
    public Authentication authenticate(Authentication typed) {
        String name = typed.getName();
        if (!attempts.take(name)) {
            record.signInRefused(name, "too many attempts for this name");
            throw new LockedException("too many attempts");
        }
        Authentication person = check(typed);
        record.signedIn(person.getName());
        return person;
    }

    private Authentication check(Authentication typed) {
        try {
            return passwords.authenticate(typed);
        } catch (AuthenticationException e) {
            record.signInRefused(typed.getName(), "wrong name or password");
            throw e;
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
