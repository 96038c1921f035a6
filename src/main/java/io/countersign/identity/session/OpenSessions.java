package io.countersign.identity.session;

import io.countersign.identity.Person;
import io.countersign.identity.PersonRepository;
import org.springframework.session.SessionRepository;
import org.springframework.stereotype.Component;

/** The sessions of signed-in users. */
@Component
public class OpenSessions {

    private final SessionRepository<?> sessions;
    private final PersonRepository people;

    OpenSessions(SessionRepository<?> sessions, PersonRepository people) {
        this.sessions = sessions;
        this.people = people;
    }

    /** Returns false after a sign-out, at the end of the session, and for a disabled user. */
    public boolean contains(String id, String person) {
        return sessions.findById(id) != null
                && people.find(person).filter(Person::enabled).isPresent();
    }
}
