package io.countersign.identity.session;

import java.time.Instant;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;

/** Stores the time at which a user last proved the identity as an authority. */
public final class Factor {

    private Factor() {}

    /**
     * Returns the authentication with this time, replacing an earlier one.
     *
     * @param factor a constant of {@link FactorGrantedAuthority}
     */
    public static Authentication at(Instant at, String factor, Authentication person) {
        return person.toBuilder()
                .authorities(authorities -> {
                    authorities.removeIf(each -> factor.equals(each.getAuthority()));
                    authorities.add(FactorGrantedAuthority.withAuthority(factor)
                            .issuedAt(at)
                            .build());
                })
                .build();
    }
}
