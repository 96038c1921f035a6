package io.countersign.policy;

import io.countersign.invitation.Invitation;
import io.countersign.invitation.Standing;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the rule about deciding looks at, all read inside the deciding transaction.
 *
 * @param decider whether the person, as the database knows them now, may decide at all
 * @param connected whether the invitation's source is connected
 * @param standing whether it is theirs, and whose turn it is
 * @param unclearSince when the invitation's open decision became unclear; null where none is unclear
 */
public record DecisionFacts(
        Invitation invitation,
        boolean decider,
        boolean connected,
        Standing standing,
        @Nullable Instant unclearSince) {}
