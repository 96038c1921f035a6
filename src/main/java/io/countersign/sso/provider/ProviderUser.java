package io.countersign.sso.provider;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a provider says about the user who signs in.
 *
 * @param issuer identifies the user together with the subject; names and addresses do not
 * @param claims those of the ID token and of the provider's answer about the user
 * @param confirmed when the provider last asked the user for the sign-in, not later than now; null if it did not say
 * @param idToken the signed text, for the sign-out at the provider
 * @param refreshToken asks the provider again without the user; null if it gave none
 */
public record ProviderUser(
        String registration,
        String issuer,
        String subject,
        Map<String, Object> claims,
        @Nullable Instant confirmed,
        String idToken,
        @Nullable String refreshToken) {

    /** Returns a claim that is a text; empty if it is missing or something else. */
    public String text(String claim) {
        return claims.get(claim) instanceof String text ? text : "";
    }

    @Override
    public String toString() {
        return "ProviderUser[registration=" + registration + ", issuer=" + issuer + ", subject=" + subject + "]";
    }
}
