package io.countersign.connection;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An account with a known name: a connection, an account of the organization, or an owner from the configuration.
 *
 * @param knownInternal whether it belongs to the AWS organization of the connections; null if that is not known,
 *     because no test and no poll of its connection succeeded
 */
public record KnownAccount(
        AccountId account, String name, @Nullable Boolean knownInternal) {

    public Optional<KnownMembership> membership() {
        return Optional.ofNullable(knownInternal)
                .map(internal -> internal ? KnownMembership.INTERNAL : KnownMembership.EXTERNAL);
    }

    public boolean internal() {
        return Boolean.TRUE.equals(knownInternal);
    }
}
