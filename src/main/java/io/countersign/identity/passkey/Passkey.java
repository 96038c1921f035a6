package io.countersign.identity.passkey;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A passkey, as pages show it.
 *
 * @param id the credential ID in base64url; it gives no access
 * @param label the name that the user gave it
 * @param host the host on which browsers offer it
 * @param lastUsedAt null if it was not used since the user added it
 */
public record Passkey(
        String id,
        String label,
        String host,
        Instant createdAt,
        @Nullable Instant lastUsedAt) {}
