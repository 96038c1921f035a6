package io.countersign.sso;

import io.countersign.identity.session.SessionList;
import io.countersign.identity.session.SignedInSession;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.stereotype.Service;

/**
 * Asks the providers regularly about the users who are signed in: their groups change the roles, and the session of a user
 * whom the provider no longer confirms ends.
 */
@Service
class GroupRefresh {

    static final Duration POLL = Duration.ofSeconds(5);
    private static final Duration RETRY = Duration.ofSeconds(15);
    private static final int MOST = 1_000;
    private static final Logger log = LoggerFactory.getLogger(GroupRefresh.class);

    /** The provider could not be asked. The session stays, and its user cannot decide once the groups are too old. */
    private static final Set<Problem> UNKNOWN = EnumSet.of(Problem.UNREACHABLE, Problem.INVALID);

    private final ProviderSessionRepository sessions;
    private final SessionList signedIn;
    private final Providers providers;
    private final TokenRefresh tokens;
    private final ProviderSignIn users;
    private final GroupProperties properties;

    GroupRefresh(
            ProviderSessionRepository sessions,
            SessionList signedIn,
            Providers providers,
            TokenRefresh tokens,
            ProviderSignIn users,
            GroupProperties properties) {
        this.sessions = sessions;
        this.signedIn = signedIn;
        this.providers = providers;
        this.tokens = tokens;
        this.users = users;
        this.properties = properties;
    }

    /** Asks a provider that does not answer once, so that others do not wait for it. */
    void run() {
        if (providers.ids().isEmpty()) {
            return;
        }
        Map<String, String> silent = new TreeMap<>();
        for (ProviderSession session : sessions.due(MOST)) {
            if (!open(session)) {
                sessions.delete(session.key());
            } else if (silent.containsKey(session.registration())) {
                sessions.postpone(session.key(), RETRY);
            } else {
                refresh(session, silent);
            }
        }
        silent.forEach((registration, why) -> log.warn("{} cannot be asked about users: {}", registration, why));
    }

    private boolean open(ProviderSession session) {
        return signedIn.of(session.person()).stream().map(SignedInSession::key).anyMatch(session.key()::equals);
    }

    private void refresh(ProviderSession session, Map<String, String> silent) {
        try {
            users.refresh(user(session), session, properties.refreshEvery());
        } catch (ProviderException e) {
            if (UNKNOWN.contains(e.problem())) {
                silent.put(session.registration(), e.getMessage());
                sessions.postpone(session.key(), RETRY);
            } else {
                log.warn("The session of {} ends: {}", session.person(), e.getMessage());
                users.end(session);
            }
        }
    }

    private ProviderUser user(ProviderSession session) {
        ClientRegistration provider = providers.findByRegistrationId(session.registration());
        if (provider == null) {
            throw new ProviderException(Problem.ENDED, "the provider is no longer configured");
        }
        return tokens.user(provider, session.refreshToken());
    }
}
