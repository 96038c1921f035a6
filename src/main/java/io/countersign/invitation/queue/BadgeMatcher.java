package io.countersign.invitation.queue;

import io.countersign.owner.Owners;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Finds what the badges of a filter select at this time. */
@Component
public class BadgeMatcher {

    private final Owners owners;
    private final ApprovalMatches approvals;

    public BadgeMatcher(Owners owners, ApprovalMatches approvals) {
        this.owners = owners;
        this.approvals = approvals;
    }

    public BadgeMatch match(Set<Badge> badges) {
        return new BadgeMatch(
                badges.contains(Badge.EXTERNAL) ? owners.external() : Set.of(),
                badges.contains(Badge.SECOND_APPROVAL) ? approvals.needingTwo() : List.of());
    }
}
