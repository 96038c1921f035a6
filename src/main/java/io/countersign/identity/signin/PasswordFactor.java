package io.countersign.identity.signin;

import java.time.Instant;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;

/** Stores the time of the last password entry as an authority. */
final class PasswordFactor {

    private PasswordFactor() {}

    /** Returns the authentication with this time, replacing an earlier one. */
    static Authentication withPasswordAt(Authentication person, Instant at) {
        return person.toBuilder()
                .authorities(authorities -> {
                    authorities.removeIf(each -> FactorGrantedAuthority.PASSWORD_AUTHORITY.equals(each.getAuthority()));
                    authorities.add(FactorGrantedAuthority.withAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY)
                            .issuedAt(at)
                            .build());
                })
                .build();
    }
}
