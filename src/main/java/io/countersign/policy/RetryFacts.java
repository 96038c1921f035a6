package io.countersign.policy;

import io.countersign.connection.InvitationAction;
import io.countersign.invitation.Invitation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The facts about a decision that ended without effect.
 *
 * @param sent whether it was sent
 * @param answeredAt when it became known that it had no effect
 * @param effect the effect that a later read of AWS showed; null without one
 */
public record RetryFacts(
        Invitation invitation,
        InvitationAction action,
        boolean sent,
        @Nullable Instant answeredAt,
        @Nullable Effect effect) {}
