package io.countersign.identity.passkey;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A browser with a device that has one passkey. The fields change what it answers. */
public class FakeDevice {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int USER_PRESENT = 0x01;
    private static final int USER_VERIFIED = 0x04;
    private static final int HAS_CREDENTIAL = 0x40;

    byte[] id = new byte[32];
    final KeyPair key;
    String origin;
    String host = "localhost";
    boolean verifiesUser = true;

    public FakeDevice(String origin) {
        this.origin = origin;
        new SecureRandom().nextBytes(id);
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            key = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String idText() {
        return text(id);
    }

    /** Answers navigator.credentials.create. */
    public String create(String options) {
        byte[] credential = ByteBuffer.allocate(16 + 2 + id.length)
                .put(new byte[16])
                .putShort((short) id.length)
                .put(id)
                .array();
        byte[] data = joined(authenticatorData(HAS_CREDENTIAL), credential, publicKey());
        byte[] attestation = joined(
                new byte[] {(byte) 0xa3, 0x63},
                ascii("fmt"),
                new byte[] {0x64},
                ascii("none"),
                new byte[] {0x67},
                ascii("attStmt"),
                new byte[] {(byte) 0xa0, 0x68},
                ascii("authData"),
                new byte[] {0x58, (byte) data.length},
                data);
        return answer(Map.of(
                "clientDataJSON", text(clientData("webauthn.create", options)),
                "attestationObject", text(attestation),
                "transports", new String[] {"internal"}));
    }

    /** Answers navigator.credentials.get. */
    public String sign(String options) {
        byte[] data = authenticatorData(0);
        byte[] client = clientData("webauthn.get", options);
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(key.getPrivate());
            signature.update(data);
            signature.update(sha256(client));
            return answer(Map.of(
                    "clientDataJSON", text(client),
                    "authenticatorData", text(data),
                    "signature", text(signature.sign())));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String answer(Map<String, Object> response) {
        return JSON.writeValueAsString(Map.of(
                "id",
                text(id),
                "rawId",
                text(id),
                "type",
                "public-key",
                "clientExtensionResults",
                Map.of(),
                "authenticatorAttachment",
                "platform",
                "response",
                response));
    }

    private byte[] clientData(String type, String options) {
        JsonNode challenge = JSON.readTree(options).required("challenge");
        return JSON.writeValueAsBytes(
                Map.of("type", type, "challenge", challenge.stringValue(), "origin", origin, "crossOrigin", false));
    }

    private byte[] authenticatorData(int flags) {
        return ByteBuffer.allocate(37)
                .put(sha256(ascii(host)))
                .put((byte) (flags | USER_PRESENT | (verifiesUser ? USER_VERIFIED : 0)))
                .putInt(0)
                .array();
    }

    /** The public key as COSE: an EC2 key for ES256 on P-256. */
    private byte[] publicKey() {
        ECPublicKey point = (ECPublicKey) key.getPublic();
        return joined(
                new byte[] {(byte) 0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20},
                coordinate(point.getW().getAffineX()),
                new byte[] {0x22, 0x58, 0x20},
                coordinate(point.getW().getAffineY()));
    }

    private static byte[] coordinate(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] padded = new byte[32];
        int length = Math.min(bytes.length, padded.length);
        System.arraycopy(bytes, bytes.length - length, padded, padded.length - length, length);
        return padded;
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
