package io.countersign.identity.signin;

import io.countersign.identity.LocalRedirect;
import io.countersign.identity.RecentAuthentication;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.springframework.security.authorization.AllRequiredFactorsAuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Checks the time of the last password entry, the only factor. The time is stored in the session, which all replicas
 * share.
 */
@Component
class RecentPasswordAuthentication implements RecentAuthentication {

    static final Duration FRESH = Duration.ofMinutes(5);

    private final AllRequiredFactorsAuthorizationManager<Object> factors;

    RecentPasswordAuthentication(InstantSource clock) {
        this.factors = AllRequiredFactorsAuthorizationManager.builder()
                .requireFactor(factor -> factor.passwordAuthority().validDuration(FRESH))
                .build();
        factors.setClock(clock.withZone(ZoneOffset.UTC));
    }

    @Override
    public boolean fresh() {
        Authentication person = SecurityContextHolder.getContext().getAuthentication();
        return person != null && factors.authorize(() -> person, this).isGranted();
    }

    @Override
    public String again(String returnPath) {
        return "/again?to=" + URLEncoder.encode(LocalRedirect.to(returnPath), StandardCharsets.UTF_8);
    }
}
