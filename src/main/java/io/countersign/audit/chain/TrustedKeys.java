package io.countersign.audit.chain;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The IDs of the keys whose checkpoints count.
 *
 * @param ids empty if no key is trusted: then no result is more than consistent
 * @param pinned whether the keys are trusted only because this installation signed with them
 */
public record TrustedKeys(Set<String> ids, boolean pinned) {

    public static final TrustedKeys NONE = new TrustedKeys(Set.of(), false);

    public TrustedKeys {
        ids = Set.copyOf(ids);
    }

    /**
     * The keys that a user named.
     *
     * @param keys IDs, or public keys as base64 of X.509
     * @throws IllegalArgumentException for anything else
     */
    public static TrustedKeys named(Collection<String> keys) {
        return new TrustedKeys(keys.stream().map(PublicKeys::idOf).collect(Collectors.toSet()), false);
    }

    public static TrustedKeys pinned(Collection<String> ids) {
        return new TrustedKeys(Set.copyOf(ids), true);
    }

    /** Whether a trusted key signed the checkpoint. */
    public boolean vouchFor(Checkpoint checkpoint) {
        return ids.contains(checkpoint.keyId()) && checkpoint.isSigned();
    }
}
