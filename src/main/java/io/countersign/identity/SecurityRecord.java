package io.countersign.identity;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells of sign-ins and refusals, each in a transaction that its listeners write in: no record, no sign-in. */
@Component
class SecurityRecord {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_PATH = 500;

    private final ApplicationEventPublisher events;
    private final SignInAttempts attempts;

    SecurityRecord(ApplicationEventPublisher events, SignInAttempts attempts) {
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

    /** PostgreSQL refuses a NUL, and a record that cannot be written must not hide a guess. */
    private static String storable(String typed, int longest) {
        String clean = typed.replaceAll("\\p{Cntrl}", "\uFFFD");
        return clean.length() <= longest ? clean : clean.substring(0, longest) + "…";
    }
}
