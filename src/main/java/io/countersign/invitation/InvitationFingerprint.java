package io.countersign.invitation;

import io.countersign.connection.ListedInvitation;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Computes the SHA-256 of the properties that a decision depends on, as 64 lower-case hexadecimal digits: id, type,
 * resource, owner, recipient and permission. The name is not included, because it does not change what is shared.
 */
public record InvitationFingerprint(String value) {

    public InvitationFingerprint {
        if (!value.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("a fingerprint has exactly 64 digits 0-9 or letters a-f");
        }
    }

    public static InvitationFingerprint of(ListedInvitation listed) {
        String text = Stream.of(
                        listed.id(),
                        listed.type(),
                        listed.resourceId(),
                        listed.sharedBy(),
                        listed.sharedWith(),
                        listed.permission())
                .map(InvitationFingerprint::part)
                .collect(Collectors.joining());
        return new InvitationFingerprint(HexFormat.of().formatHex(sha256(text)));
    }

    /** Includes the length, so that different lists never produce the same bytes and absent differs from empty. */
    private static String part(@Nullable Object value) {
        String text = Objects.toString(value, "");
        return value == null ? "-\n" : text.length() + ":" + text + "\n";
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
