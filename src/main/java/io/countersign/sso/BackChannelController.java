package io.countersign.sso;

import io.countersign.identity.PermitAll;
import io.countersign.identity.signin.SignInRecorder;
import io.countersign.sso.provider.LogoutTokens;
import io.countersign.sso.provider.Problem;
import io.countersign.sso.provider.ProviderException;
import io.countersign.sso.provider.Providers;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * Takes the message of a provider that a user signed out there (OpenID Connect Back-Channel Logout 1.0). The provider
 * sends it itself: the signature of the token stands for a session and for the token of a form.
 */
@Controller
@PermitAll
class BackChannelController {

    /** Longer tokens are refused unread; those of providers have about a thousand characters. */
    private static final int LONGEST = 8_192;

    /** A token with an unknown key makes the application ask the provider, and anyone can send one. */
    private static final int AT_ONCE = 4;

    private static final Logger log = LoggerFactory.getLogger(BackChannelController.class);

    private final Providers providers;
    private final LogoutTokens tokens;
    private final ProviderSessions sessions;
    private final SignInRecorder record;
    private final Semaphore places = new Semaphore(AT_ONCE);

    BackChannelController(Providers providers, LogoutTokens tokens, ProviderSessions sessions, SignInRecorder record) {
        this.providers = providers;
        this.tokens = tokens;
        this.sessions = sessions;
        this.record = record;
    }

    @PostMapping("/logout/connect/back-channel/{registration}")
    ResponseEntity<Map<String, String>> end(
            @PathVariable String registration, @RequestParam(name = "logout_token", defaultValue = "") String token) {
        if (!providers.contains(registration)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        if (!places.tryAcquire()) {
            return refused(HttpStatus.SERVICE_UNAVAILABLE);
        }
        try {
            end(providers.registration(registration), token);
            return ResponseEntity.ok().cacheControl(CacheControl.noStore()).build();
        } catch (ProviderException e) {
            log.warn("A logout token of {} was refused: {}", registration, e.getMessage());
            record.refusedAtProvider("", "logout token of " + registration + ": " + e.getMessage());
            return refused(
                    e.problem() == Problem.UNREACHABLE ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.BAD_REQUEST);
        } finally {
            places.release();
        }
    }

    private void end(ClientRegistration provider, String token) {
        if (token.length() > LONGEST) {
            throw new ProviderException(Problem.INVALID, "it has more than " + LONGEST + " characters");
        }
        Jwt logout = tokens.read(provider, token);
        sessions.endAll(
                provider.getProviderDetails().getIssuerUri(), logout.getSubject(), provider.getRegistrationId());
    }

    private static ResponseEntity<Map<String, String>> refused(HttpStatus status) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .body(Map.of("error", "invalid_request"));
    }
}
