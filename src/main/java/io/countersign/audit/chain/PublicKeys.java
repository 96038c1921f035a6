package io.countersign.audit.chain;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Pattern;

/** Public Ed25519 keys. */
final class PublicKeys {

    private static final int ID_LENGTH = 32;
    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");

    private PublicKeys() {}

    static PublicKey publicKey(String base64) {
        try {
            return KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("no public Ed25519 key", e);
        }
    }

    static String id(PublicKey key) {
        return Hashes.of(key.getEncoded()).substring(0, ID_LENGTH);
    }

    /** The ID of a key that is given as its ID, or as base64 of X.509. */
    static String idOf(String text) {
        if (ID.matcher(text).matches()) {
            return text;
        }
        try {
            return id(publicKey(text));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + text
                    + "' is neither a key ID (32 hexadecimal digits) nor a public Ed25519 key (base64 of X.509)");
        }
    }

    static boolean verify(PublicKey key, String text, String signature) {
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(key);
            check.update(text.getBytes(StandardCharsets.UTF_8));
            return check.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
