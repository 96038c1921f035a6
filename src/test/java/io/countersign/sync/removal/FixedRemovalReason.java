package io.countersign.sync.removal;

import io.countersign.invitation.Invitation;
import io.countersign.invitation.RemovalReason;
import java.time.Instant;
import java.util.Optional;

/** Always returns the same reason. */
public final class FixedRemovalReason extends RemovalReasonResolver {

    private final RemovalReason removalReason;

    public FixedRemovalReason(RemovalReason removalReason) {
        super((source, invitation) -> {
            throw new IllegalStateException("a fixed conclusion needs no AWS");
        });
        this.removalReason = removalReason;
    }

    @Override
    public Optional<RemovalReason> about(Invitation missing, Instant began) {
        return Optional.of(removalReason);
    }
}
