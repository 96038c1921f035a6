package io.countersign.identity.passkey;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;

/**
 * Gives Spring Security the passkeys of one host.
 *
 * @param adds the user who adds a passkey; null if a passkey is used
 */
record PasskeyStore(PasskeyRepository passkeys, @Nullable String adds, String host, Instant now)
        implements UserCredentialRepository {

    /** Locks the passkey, so that a removal waits for its use, and a use finds no removed passkey. */
    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes id) {
        return passkeys.lock(id, host).orElse(null);
    }

    /** Adds a passkey, or stores its new signature counter. */
    @Override
    public void save(CredentialRecord credential) {
        boolean saved = adds == null
                ? passkeys.setSignatureCount(credential.getCredentialId(), credential.getSignatureCount())
                : passkeys.add(adds, host, credential, now);
        if (!saved) {
            throw new PasskeyException(
                    "identity.passkey.refused", "the passkey was removed, or another one has its credential ID");
        }
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes userHandle) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void delete(Bytes id) {
        throw new UnsupportedOperationException();
    }
}
