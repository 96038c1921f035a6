package io.countersign.policy;

import io.countersign.invitation.Invitation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a decision that ended without effect.
 *
 * @param sent whether it ever went out
 * @param answeredAt when it was known that it had no effect
 * @param effect what AWS showed of it, if it was read afterwards
 */
public record RetryFacts(
        Invitation invitation,
        boolean sent,
        @Nullable Instant answeredAt,
        @Nullable Effect effect) {}
