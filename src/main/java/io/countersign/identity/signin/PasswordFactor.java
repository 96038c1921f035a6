package io.countersign.identity.signin;

import java.time.Instant;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;

/** When a person gave their password, kept among their authorities. */
final class PasswordFactor {

    private PasswordFactor() {}

    /** The same person, who gave it at that moment and not before. */
    static Authentication given(Authentication person, Instant at) {
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
