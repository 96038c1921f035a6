package io.countersign.sync.removal;

import io.countersign.invitation.Invitation;
import io.countersign.invitation.RemovalReason;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Returns the reason that the test sets. */
public final class FixedRemovalReason extends RemovalReasonResolver {

    private final Supplier<RemovalReason> removalReason;

    public FixedRemovalReason(Supplier<RemovalReason> removalReason) {
        super((source, invitation) -> {
            throw new IllegalStateException("a fixed conclusion needs no AWS");
        });
        this.removalReason = removalReason;
    }

    @Override
    public Optional<RemovalReason> about(Invitation missing, Instant began) {
        return Optional.of(removalReason.get());
    }
}
