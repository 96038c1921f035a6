package io.countersign.sso;

import io.countersign.audit.AuditEntry;
import io.countersign.identity.session.SessionList;
import io.countersign.identity.session.SignedInSession;
import io.countersign.sso.group.GroupProperties;
import io.countersign.sso.provider.ProviderException;
import io.countersign.sso.provider.ProviderUser;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The sessions of users whose provider can be asked again. */
@Service
class ProviderSessions {

    private static final Logger log = LoggerFactory.getLogger(ProviderSessions.class);

    private final ProviderSessionRepository stored;
    private final SessionList signedIn;
    private final ProviderSignIn users;
    private final ProviderRights rights;
    private final GroupProperties properties;

    ProviderSessions(
            ProviderSessionRepository stored,
            SessionList signedIn,
            ProviderSignIn users,
            ProviderRights rights,
            GroupProperties properties) {
        this.stored = stored;
        this.signedIn = signedIn;
        this.users = users;
        this.rights = rights;
        this.properties = properties;
    }

    /**
     * Stores that a session was started or confirmed, if the provider gave a refresh token.
     *
     * @param session the key of the session
     */
    void remember(ProviderUser user, String session, String person) {
        String token = user.refreshToken();
        if (token != null) {
            stored.store(new ProviderSession(session, person, user.registration(), token), properties.refreshEvery());
        }
    }

    boolean open(ProviderSession session) {
        return open(session.person(), Set.of(session.key()));
    }

    private boolean open(String person, Set<String> keys) {
        return signedIn.of(person).stream().map(SignedInSession::key).anyMatch(keys::contains);
    }

    /**
     * Takes an answer, unless the session ended while the provider was asked: its answer may be older than the end.
     *
     * @throws ProviderException if the answer gives the user no roles, or is about another user
     */
    @Transactional
    void refresh(ProviderUser user, ProviderSession session) {
        if (!stored.hold(session.key())) {
            return;
        }
        users.refresh(user, session.person());
        stored.store(
                new ProviderSession(
                        session.key(),
                        session.person(),
                        session.registration(),
                        Objects.requireNonNull(user.refreshToken())),
                properties.refreshEvery());
    }

    /**
     * Ends all sessions of a user who signed out at the provider, and takes roles and teams. Without a session, because
     * the user signed out here before or the session expired, the rights stay. Ignores an unknown user.
     */
    @Transactional
    void endAll(String issuer, String subject, String registration) {
        users.providedBy(issuer, subject).ifPresent(person -> {
            stored.keys(person).forEach(stored::delete);
            if (signedIn.endAll(person, AuditEntry.SYSTEM) > 0) {
                log.info("The sessions of {} end, because {} ended its session", person, registration);
                rights.take(person, registration);
            }
        });
    }

    /** Ends a session that its provider no longer confirms. With the last one, the user loses roles and teams. */
    @Transactional
    void end(ProviderSession session) {
        stored.delete(session.key());
        signedIn.end(session.person(), session.key(), AuditEntry.SYSTEM);
        if (!open(session.person(), stored.keys(session.person()))) {
            rights.take(session.person(), session.registration());
        }
    }
}
