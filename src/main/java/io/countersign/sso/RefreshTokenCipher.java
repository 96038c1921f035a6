package io.countersign.sso;

import io.countersign.audit.chain.Hashes;
import io.countersign.audit.chain.SigningKey;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.crypto.encrypt.AesGcmBytesEncryptor;
import org.springframework.security.crypto.encrypt.BytesEncryptor;
import org.springframework.stereotype.Component;

/**
 * Encrypts refresh tokens (AES-256, GCM) with a key that is derived from the signing key of the audit log: a copy of the
 * database contains no usable token.
 */
@Component
class RefreshTokenCipher {

    private final BytesEncryptor cipher;

    RefreshTokenCipher(SigningKey key) {
        SecretKey derived = new SecretKeySpec(
                HexFormat.of().parseHex(Hashes.of(key.sign("refresh tokens of identity providers"))), "AES");
        this.cipher = AesGcmBytesEncryptor.withSecretKey(derived).build();
    }

    String encrypt(String token) {
        return Base64.getEncoder().encodeToString(cipher.encrypt(token.getBytes(StandardCharsets.UTF_8)));
    }

    /** @throws RuntimeException if the text was encrypted with another key or is damaged */
    String decrypt(String text) {
        return new String(cipher.decrypt(Base64.getDecoder().decode(text)), StandardCharsets.UTF_8);
    }
}
