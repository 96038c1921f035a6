package io.countersign.invitation.queue;

import io.countersign.invitation.queue.ApprovalMatches.ApprovalMatch;
import java.util.List;
import java.util.Set;

/**
 * What the badges of a filter select at this time.
 *
 * @param external the account IDs of external owners
 * @param approvals what needs a second approval
 */
public record BadgeMatch(Set<String> external, List<ApprovalMatch> approvals) {

    public static final BadgeMatch NONE = new BadgeMatch(Set.of(), List.of());

    public BadgeMatch {
        external = Set.copyOf(external);
        approvals = List.copyOf(approvals);
    }
}
