package io.countersign.audit.chain;

import java.security.PublicKey;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A signed statement about the end of the chain.
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
    private static final String UNREADABLE = "";
    private static final String TORN = "torn";

    public static Checkpoint sign(SigningKey key, @Nullable Checkpoint before, Instant at, long seq, String hash) {
        Map<String, Object> members = new HashMap<>();
        members.put("v", VERSION);
        members.put("number", before == null ? 1L : before.number() + 1);
        members.put("time", Timestamps.utc(at));
        members.put("entry_seq", seq);
        members.put("entry_hash", hash);
        members.put("previous", before == null ? Hashes.NONE : Hashes.of(before.signed()));
        members.put("key", key.id());
        String signed = CanonicalJson.of(members);
        return of(signed, key.publicKey(), key.sign(signed));
    }

    /** @throws UnreadableAuditLogException if the text is no checkpoint */
    public static Checkpoint of(String signed, String publicKey, String signature) {
        try {
            StrictJsonObject body =
                    StrictJsonObject.of(signed, "v", "number", "time", "entry_seq", "entry_hash", "previous", "key");
            if (body.number("v") != VERSION) {
                throw new UnreadableAuditLogException(
                        "a checkpoint of version " + body.number("v") + ", which is not supported");
            }
            return new Checkpoint(
                    body.number("number"),
                    Instant.parse(body.text("time")),
                    body.number("entry_seq"),
                    body.text("entry_hash"),
                    body.text("previous"),
                    body.text("key"),
                    signed,
                    publicKey,
                    signature);
        } catch (DateTimeException e) {
            throw new UnreadableAuditLogException("no checkpoint: " + signed);
        }
    }

    /** A substitute for a checkpoint that cannot be read. It is never {@link #isSigned()}. */
    public static Checkpoint unreadable(long number, Instant at, long entrySeq, String text) {
        return new Checkpoint(number, at, entrySeq, UNREADABLE, UNREADABLE, UNREADABLE, text, UNREADABLE, UNREADABLE);
    }

    /** A line that is no checkpoint, for example because a crash cut it short. */
    static Checkpoint torn(@Nullable Checkpoint before, String line) {
        return before == null
                ? new Checkpoint(1, Instant.EPOCH, 0, UNREADABLE, UNREADABLE, TORN, line, UNREADABLE, UNREADABLE)
                : new Checkpoint(
                        before.number() + 1,
                        before.at(),
                        before.entrySeq(),
                        UNREADABLE,
                        UNREADABLE,
                        TORN,
                        line,
                        UNREADABLE,
                        UNREADABLE);
    }

    boolean isTorn() {
        return keyId.equals(TORN);
    }

    boolean isStartOf(Checkpoint whole) {
        return whole.isSigned() && whole.line().startsWith(signed);
    }

    /** Whether the signature is valid for the key of this checkpoint. */
    public boolean isSigned() {
        if (keyId.equals(UNREADABLE) || isTorn()) {
            return false;
        }
        try {
            PublicKey key = PublicKeys.publicKey(publicKey);
            return PublicKeys.id(key).equals(keyId) && PublicKeys.verify(key, signed, signature);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The checkpoint as a line of a file. */
    public String line() {
        return CanonicalJson.of(Map.of("checkpoint", signed, "public_key", publicKey, "signature", signature));
    }
}
