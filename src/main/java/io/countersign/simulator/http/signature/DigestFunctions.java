package io.countersign.simulator.http;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** SHA-256, plain and keyed. Each thread keeps its engines, since looking them up costs more than most calls of them. */
final class Digests {

    private static final ThreadLocal<MessageDigest> SHA = ThreadLocal.withInitial(Digests::newSha);
    private static final ThreadLocal<Mac> HMAC = ThreadLocal.withInitial(Digests::newMac);

    private Digests() {}

    static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(SHA.get().digest(bytes));
    }

    static byte[] hmac(byte[] key, String text) {
        var mac = HMAC.get();
        try {
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest newSha() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Mac newMac() {
        try {
            return Mac.getInstance("HmacSHA256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
