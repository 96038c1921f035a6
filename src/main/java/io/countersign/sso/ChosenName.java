package io.countersign.sso;

import io.countersign.audit.AuditEntry;
import io.countersign.audit.chain.Hashes;
import io.countersign.identity.PersonName;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The name of a user at the first sign-in through a provider. It stays, whatever the provider says later.
 *
 * @param namesake a user who may be the same human, because the provider gave both similar names; null for none
 */
record ChosenName(String name, @Nullable String namesake) {

    private static final int HASH_LENGTH = 12;

    /** @param similar finds a stored user whom readers could take for a user of this name */
    static ChosenName of(ProviderUser user, Function<String, Optional<String>> similar) {
        List<String> wanted = Stream.of(user.text("preferred_username"), email(user))
                .filter(ChosenName::possible)
                .toList();
        String namesake = wanted.stream()
                .flatMap(each -> similar.apply(each).stream())
                .findFirst()
                .orElse(null);
        return new ChosenName(
                wanted.stream()
                        .filter(each -> similar.apply(each).isEmpty())
                        .findFirst()
                        .or(() -> wanted.stream()
                                .map(each -> PersonName.beforeAt(each) + "@" + user.registration())
                                .filter(each ->
                                        possible(each) && similar.apply(each).isEmpty())
                                .findFirst())
                        .orElseGet(() -> unique(user)),
                namesake);
    }

    /** Returns nothing for an address of which the provider says that it may belong to somebody else. */
    private static String email(ProviderUser user) {
        return Boolean.FALSE.equals(user.claims().get("email_verified")) ? "" : user.text("email");
    }

    private static boolean possible(String name) {
        return PersonName.isValid(name) && !PersonName.looksLike(name, AuditEntry.SYSTEM);
    }

    private static String unique(ProviderUser user) {
        return "user-" + Hashes.of(user.issuer() + "\n" + user.subject()).substring(0, HASH_LENGTH);
    }
}
