package io.countersign.sso;

import io.countersign.audit.AuditEntry;
import io.countersign.audit.chain.Hashes;
import io.countersign.identity.PersonName;
import io.countersign.sso.provider.ProviderUser;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The name of a user at the first sign-in through a provider. It stays, whatever the provider says later.
 *
 * @param aliases the names and addresses that the provider stated
 */
record ChosenName(String name, List<String> aliases) {

    private static final int HASH_LENGTH = 12;

    /** @param taken whether readers could take a name for that of a stored user */
    static ChosenName of(ProviderUser user, Predicate<String> taken) {
        List<String> wanted = Stream.of(user.text("preferred_username"), email(user))
                .filter(ChosenName::possible)
                .toList();
        Stream<String> longer = wanted.stream()
                .map(each -> PersonName.beforeAt(each) + "@" + user.registration())
                .filter(ChosenName::possible);
        return new ChosenName(
                Stream.concat(wanted.stream(), longer)
                        .filter(taken.negate())
                        .findFirst()
                        .orElseGet(() -> unique(user)),
                wanted);
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
