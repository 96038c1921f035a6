package io.countersign.identity.signin;

import io.countersign.identity.IdentityProviders;
import io.countersign.identity.LocalRedirect;
import io.countersign.identity.RecentAuthentication;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.security.authorization.AllRequiredFactorsAuthorizationManager;
import org.springframework.security.authorization.RequiredFactor;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Checks the time of the last password entry, use of a passkey, or sign-in at an identity provider. The time is stored in the session, which all replicas
 * share.
 */
@Component
class RecentPasswordAuthentication implements RecentAuthentication {

    static final Duration FRESH = Duration.ofMinutes(5);

    private final List<AllRequiredFactorsAuthorizationManager<Object>> factors;

    private final IdentityProviders providers;

    RecentPasswordAuthentication(InstantSource clock, IdentityProviders providers) {
        this.providers = providers;
        this.factors = List.of(
                recent(RequiredFactor.Builder::passwordAuthority, clock),
                recent(RequiredFactor.Builder::webauthnAuthority, clock),
                recent(RequiredFactor.Builder::authorizationCodeAuthority, clock));
    }

    private static AllRequiredFactorsAuthorizationManager<Object> recent(
            UnaryOperator<RequiredFactor.Builder> factor, InstantSource clock) {
        AllRequiredFactorsAuthorizationManager<Object> recent = AllRequiredFactorsAuthorizationManager.builder()
                .requireFactor(required -> factor.apply(required).validDuration(FRESH))
                .build();
        recent.setClock(clock.withZone(ZoneOffset.UTC));
        return recent;
    }

    @Override
    public boolean fresh() {
        Authentication person = SecurityContextHolder.getContext().getAuthentication();
        return person != null
                && factors.stream()
                        .anyMatch(factor -> factor.authorize(() -> person, this).isGranted());
    }

    @Override
    public boolean outdated() {
        Authentication person = SecurityContextHolder.getContext().getAuthentication();
        return person != null && providers.outdated(person.getName());
    }

    @Override
    public String again(String returnPath) {
        return "/again?to=" + URLEncoder.encode(LocalRedirect.to(returnPath), StandardCharsets.UTF_8);
    }
}
