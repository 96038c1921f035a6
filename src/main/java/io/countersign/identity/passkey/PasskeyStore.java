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
 * @param person the user who adds a passkey
 */
record PasskeyStore(PasskeyRepository passkeys, String person, String host, Instant now)
        implements UserCredentialRepository {

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes id) {
        return passkeys.credential(id, host).orElse(null);
    }

    /** Adds a passkey, or stores its new signature counter. */
    @Override
    public void save(CredentialRecord credential) {
        if (passkeys.credential(credential.getCredentialId(), host).isEmpty()) {
            passkeys.add(person, host, credential, now);
        } else {
            passkeys.setSignatureCount(credential.getCredentialId(), credential.getSignatureCount());
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
