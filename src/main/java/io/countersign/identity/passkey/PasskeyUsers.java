package io.countersign.identity.passkey;

import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;

/** Gives Spring Security the users of passkeys. */
record PasskeyUsers(PasskeyRepository passkeys) implements PublicKeyCredentialUserEntityRepository {

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes userHandle) {
        return passkeys.person(userHandle)
                .map(person -> entity(person, userHandle))
                .orElse(null);
    }

    static PublicKeyCredentialUserEntity entity(String person, Bytes userHandle) {
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .id(userHandle)
                .name(person)
                .displayName(person)
                .build();
    }

    @Override
    public PublicKeyCredentialUserEntity findByUsername(String name) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void save(PublicKeyCredentialUserEntity user) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void delete(Bytes userHandle) {
        throw new UnsupportedOperationException();
    }
}
