package io.countersign.sync.removal;

import io.countersign.invitation.Conclusion;
import io.countersign.invitation.Invitation;
import java.time.Instant;
import java.util.Optional;

/** Always concludes the same. */
public final class FixedRemovalReason extends RemovalReasonResolver {

    private final Conclusion conclusion;

    public FixedRemovalReason(Conclusion conclusion) {
        super((source, invitation) -> {
            throw new IllegalStateException("a fixed conclusion needs no AWS");
        });
        this.conclusion = conclusion;
    }

    @Override
    public Optional<Conclusion> about(Invitation missing, Instant began) {
        return Optional.of(conclusion);
    }
}
