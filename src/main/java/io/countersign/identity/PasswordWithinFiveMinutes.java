package io.countersign.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Reads when a factor was given from what Spring Security keeps of the sign-in. */
@Component
class PasswordWithinFiveMinutes implements FreshSignIn {

    private static final Duration FRESH = Duration.ofMinutes(5);

    private final InstantSource clock;

    PasswordWithinFiveMinutes(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public boolean fresh() {
        Authentication person = SecurityContextHolder.getContext().getAuthentication();
        Instant earliest = clock.instant().minus(FRESH);
        return person != null
                && person.getAuthorities().stream()
                        .filter(FactorGrantedAuthority.class::isInstance)
                        .map(FactorGrantedAuthority.class::cast)
                        .anyMatch(factor -> !factor.getIssuedAt().isBefore(earliest));
    }

    @Override
    public String again(String returnPath) {
        return UriComponentsBuilder.fromPath("/again")
                .queryParam("to", "{to}")
                .encode()
                .buildAndExpand(returnPath)
                .toUriString();
    }
}
