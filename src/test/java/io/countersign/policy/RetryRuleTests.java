package io.countersign.policy;

import static io.countersign.invitation.Listings.RETAIL;
import static io.countersign.invitation.Listings.workload;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.connection.InvitationAction;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.InvitationState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RetryRuleTests {

    private static final Instant ANSWERED = Instant.parse("2026-11-22T14:00:00Z");

    @Test
    void allowsOnlyAfterAPollListsTheInvitation() {
        assertThat(allows(pending(ANSWERED, null), true, null)).isFalse();
        assertThat(allows(pending(ANSWERED.plusMillis(1), null), true, null)).isTrue();
        assertThat(allows(pending(ANSWERED, null), true, Effect.PENDING)).isTrue();
        assertThat(allows(pending(ANSWERED, null), true, Effect.ABSENT)).isFalse();
    }

    @Test
    void allowsAtOnceIfNothingWasSent() {
        assertThat(allows(pending(ANSWERED, null), false, null)).isTrue();
    }

    @Test
    void refusesWithAnOpenDecisionOrWithoutAPendingInvitation() {
        assertThat(allows(pending(ANSWERED.plusMillis(1), 7L), true, Effect.PENDING))
                .isFalse();
        assertThat(allows(invitation(InvitationState.GONE, ANSWERED.plusMillis(1), null), false, null))
                .isFalse();
    }

    private static boolean allows(Invitation invitation, boolean sent, @Nullable Effect effect) {
        return RetryRule.allows(new RetryFacts(invitation, InvitationAction.ACCEPT, sent, ANSWERED, effect));
    }

    private static Invitation pending(Instant lastSeen, @Nullable Long open) {
        return invitation(InvitationState.PENDING, lastSeen, open);
    }

    private static Invitation invitation(InvitationState state, Instant lastSeen, @Nullable Long open) {
        return new Invitation(
                workload(1, "w"),
                RETAIL,
                state,
                ANSWERED.minusSeconds(600),
                null,
                lastSeen,
                open,
                false,
                false,
                null,
                null);
    }
}
