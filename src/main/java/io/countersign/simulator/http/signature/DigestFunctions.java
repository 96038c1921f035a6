package io.countersign.simulator.http.signature;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** SHA-256 and HMAC-SHA-256. Each thread reuses its instances, because a lookup costs more than most calls. */
final class DigestFunctions {

    private static final ThreadLocal<MessageDigest> SHA = ThreadLocal.withInitial(DigestFunctions::newSha);
    private static final ThreadLocal<Mac> HMAC = ThreadLocal.withInitial(DigestFunctions::newMac);

    private DigestFunctions() {}

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
