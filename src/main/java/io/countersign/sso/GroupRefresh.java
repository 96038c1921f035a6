package io.countersign.sso;

import io.countersign.sso.provider.Problem;
import io.countersign.sso.provider.ProviderException;
import io.countersign.sso.provider.ProviderUser;
import io.countersign.sso.provider.Providers;
import io.countersign.sso.provider.TokenRefresh;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
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
    private static final Duration CRASHED = Duration.ofMinutes(2);

    /** Few, so that they are asked long before another call takes them. */
    private static final int MOST = 20;

    private static final Logger log = LoggerFactory.getLogger(GroupRefresh.class);

    /** The provider could not be asked. The session stays, and its user cannot decide once the groups are too old. */
    private static final Set<Problem> UNKNOWN = EnumSet.of(Problem.UNREACHABLE, Problem.INVALID);

    private final ProviderSessionRepository stored;
    private final ProviderSessions sessions;
    private final Providers providers;
    private final TokenRefresh tokens;

    GroupRefresh(
            ProviderSessionRepository stored, ProviderSessions sessions, Providers providers, TokenRefresh tokens) {
        this.stored = stored;
        this.sessions = sessions;
        this.providers = providers;
        this.tokens = tokens;
    }

    /** Asks a provider that does not answer once, so that others do not wait for it. */
    void run() {
        if (providers.ids().isEmpty()) {
            return;
        }
        Map<String, String> silent = new TreeMap<>();
        List<ProviderSession> due = stored.takeDue(MOST, CRASHED);
        while (!due.isEmpty()) {
            due.forEach(session -> askAlone(session, silent));
            due = stored.takeDue(MOST, CRASHED);
        }
        silent.forEach((registration, why) -> log.warn("{} cannot be asked about users: {}", registration, why));
    }

    /** An unexpected failure, for example of the database, is about this session only. */
    private void askAlone(ProviderSession session, Map<String, String> silent) {
        try {
            ask(session, silent);
        } catch (RuntimeException e) {
            log.error("The session of {} was not refreshed, and is asked about again", session.person(), e);
        }
    }

    private void ask(ProviderSession session, Map<String, String> silent) {
        if (!sessions.open(session)) {
            stored.delete(session.key());
        } else if (silent.containsKey(session.registration())) {
            stored.postpone(session.key(), RETRY);
        } else {
            refresh(session, silent);
        }
    }

    private void refresh(ProviderSession session, Map<String, String> silent) {
        try {
            sessions.refresh(user(session), session);
        } catch (ProviderException e) {
            if (UNKNOWN.contains(e.problem())) {
                silent.put(session.registration(), e.getMessage());
                stored.postpone(session.key(), RETRY);
            } else {
                log.warn("The session of {} ends: {}", session.person(), e.getMessage());
                sessions.end(session);
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
