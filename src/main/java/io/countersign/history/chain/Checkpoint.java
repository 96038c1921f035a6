package io.countersign.history.chain;

import java.security.PublicKey;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A signed word about where the chain stood.
 *
 * @param number counts the checkpoints, without gaps
 * @param entrySeq the last entry, and entryHash its hash
 * @param previous the hash of the signed text of the checkpoint before
 * @param signed exactly what is signed: all of the above as canonical JSON
 * @param publicKey base64 of X.509, as the JDK writes an Ed25519 key
 */
public record Checkpoint(
        long number,
        Instant at,
        long entrySeq,
        String entryHash,
        String previous,
        String keyId,
        String signed,
        String publicKey,
        String signature) {

    private static final int VERSION = 1;
    private static final JsonMapper JSON = JsonMapper.shared();

    public static Checkpoint sign(SigningKey key, @Nullable Checkpoint before, Instant at, long seq, String hash) {
        Map<String, Object> members = new HashMap<>();
        members.put("v", VERSION);
        members.put("number", before == null ? 1L : before.number() + 1);
        members.put("time", Times.utc(at));
        members.put("entry_seq", seq);
        members.put("entry_hash", hash);
        members.put("previous", before == null ? Hashes.NONE : Hashes.of(before.signed()));
        members.put("key", key.id());
        String signed = CanonicalJson.of(members);
        return of(signed, key.publicKey(), key.sign(signed));
    }

    /** @throws UnreadableRecord if the text is no checkpoint */
    public static Checkpoint of(String signed, String publicKey, String signature) {
        try {
            JsonNode body = JSON.readTree(signed);
            if (body.required("v").asInt() != VERSION) {
                throw new UnreadableRecord(
                        "a checkpoint of version " + body.required("v") + ", which is not known here");
            }
            return new Checkpoint(
                    body.required("number").asLong(),
                    Instant.parse(body.required("time").asString()),
                    body.required("entry_seq").asLong(),
                    body.required("entry_hash").asString(),
                    body.required("previous").asString(),
                    body.required("key").asString(),
                    signed,
                    publicKey,
                    signature);
        } catch (JacksonException | java.time.DateTimeException e) {
            throw new UnreadableRecord("no checkpoint: " + signed);
        }
    }

    /** Its key made the signature, and is the key it names. */
    boolean isSigned() {
        try {
            PublicKey key = Keys.publicKey(publicKey);
            return Keys.id(key).equals(keyId) && Keys.verify(key, signed, signature);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** As a line of a file. */
    public String line() {
        return CanonicalJson.of(Map.of("checkpoint", signed, "public_key", publicKey, "signature", signature));
    }
}
