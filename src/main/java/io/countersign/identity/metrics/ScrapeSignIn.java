package io.countersign.identity.metrics;

import io.countersign.identity.Person;
import io.countersign.identity.account.JdbcPeople;
import io.countersign.identity.security.RoleAuthorities;
import io.countersign.identity.signin.SignInAttemptRepository;
import io.countersign.identity.signin.SignInRecorder;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;

/**
 * Signs in a scraper, which comes every few seconds, with attempts counted as for the form. What was right once costs no
 * slow hash and no entry again; the database is still asked each time for the stored hash, the person and the roles.
 */
class ScrapeSignIn implements AuthenticationProvider {

    private final AuthenticationProvider passwords;
    private final JdbcPeople people;
    private final SignInAttemptRepository attempts;
    private final SignInRecorder record;
    private final RateLimitedRecorder locks;
    private final VerifiedPasswordCache verifiedPasswordCache = new VerifiedPasswordCache();

    ScrapeSignIn(
            AuthenticationProvider passwords,
            JdbcPeople people,
            SignInAttemptRepository attempts,
            SignInRecorder record,
            RateLimitedRecorder locks) {
        this.passwords = passwords;
        this.people = people;
        this.attempts = attempts;
        this.record = record;
        this.locks = locks;
    }

    @Override
    public Authentication authenticate(Authentication typed) {
        String name = typed.getName();
        String password = String.valueOf(typed.getCredentials());
        // before what is remembered is looked at: it must not answer more guesses than the stored hash does
        if (!attempts.take(name)) {
            throw locked(name);
        }
        Optional<String> hash = people.passwordHash(name);
        Optional<Person> known = hash.filter(stored -> verifiedPasswordCache.right(name, stored, password))
                .flatMap(stored -> people.find(name))
                .filter(Person::enabled);
        if (known.isPresent()) {
            attempts.giveBack(name);
            return signedIn(known.get());
        }
        Authentication person = check(typed);
        record.signedIn(name);
        hash.ifPresent(stored -> verifiedPasswordCache.keep(name, stored, password));
        return person;
    }

    private LockedException locked(String name) {
        if (locks.isNews(name)) {
            record.signInRefused(name, "too many attempts for this username");
        }
        return new LockedException("too many attempts");
    }

    private Authentication check(Authentication typed) {
        try {
            return passwords.authenticate(typed);
        } catch (AuthenticationException e) {
            record.signInRefused(typed.getName(), "incorrect username or password");
            throw e;
        }
    }

    private static Authentication signedIn(Person person) {
        return UsernamePasswordAuthenticationToken.authenticated(
                person.name(), null, RoleAuthorities.of(person.roles()));
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
