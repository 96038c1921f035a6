package io.countersign.decision.proposal;

import io.countersign.decision.eligibility.ApprovalRules;
import io.countersign.decision.eligibility.StrictestRules;
import io.countersign.invitation.view.InvitationView;
import io.countersign.policy.RequiredApprovals;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** Finds the invitations that require a second approval. */
@NamedInterface("approval")
@Component
public class ApprovalViews {

    private final ApprovalRules rules;

    ApprovalViews(ApprovalRules rules) {
        this.rules = rules;
    }

    /** The views by invitation id; an invitation that requires no second approval has none. */
    public Map<String, ApprovalView> of(Collection<InvitationView> shown) {
        StrictestRules strictest = rules.strictest();
        Map<String, ApprovalView> views = new HashMap<>();
        for (InvitationView row : shown) {
            RequiredApprovals needs = strictest.needs(row);
            if (needs.two() || row.proposedBy() != null) {
                String required = needs.two() ? needs.name() : RequiredApprovals.SECOND_PERSON.name();
                views.put(row.id(), new ApprovalView(required, row.proposedBy()));
            }
        }
        return views;
    }
}
