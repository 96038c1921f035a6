package io.countersign.identity.signin;

import io.countersign.identity.AccessRefused;
import io.countersign.identity.SignInRefused;
import io.countersign.identity.SignedIn;
import io.countersign.identity.SignedInAgain;
import io.countersign.identity.SignedOut;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Publishes sign-ins and refusals in a transaction with their audit entries: a sign-in that cannot be recorded fails.
 */
@Component
public class SignInRecorder {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_PATH = 500;

    private final ApplicationEventPublisher events;
    private final SignInAttemptRepository attempts;

    public SignInRecorder(ApplicationEventPublisher events, SignInAttemptRepository attempts) {
        this.events = events;
        this.attempts = attempts;
    }

    @Transactional
    public void signedIn(String person) {
        attempts.forget(person);
        events.publishEvent(new SignedIn(person));
    }

    @Transactional
    public void signedInAgain(String person) {
        attempts.forget(person);
        events.publishEvent(new SignedInAgain(person));
    }

    @Transactional
    public void signInRefused(String typedName, String why) {
        events.publishEvent(new SignInRefused(storable(typedName, LONGEST_NAME), why));
    }

    @Transactional
    public void signedOut(String person) {
        events.publishEvent(new SignedOut(person));
    }

    @Transactional
    public void accessRefused(String person, String method, String path) {
        events.publishEvent(new AccessRefused(person, method, storable(path, LONGEST_PATH)));
    }

    /** Removes NUL, which PostgreSQL rejects: otherwise a guess would not be recorded. */
    private static String storable(String typed, int longest) {
        String clean = typed.replaceAll("\\p{Cntrl}", "\uFFFD");
        return clean.length() <= longest ? clean : clean.substring(0, longest) + "…";
    }
}
