package io.countersign.decision.eligibility;

import io.countersign.connection.AccountId;
import io.countersign.connection.KnownAccount;
import io.countersign.connection.KnownAccounts;
import io.countersign.connection.Permission;
import io.countersign.connection.ResourceType;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.view.InvitationView;
import io.countersign.owner.OrganizationMembership;
import io.countersign.owner.OwnerStanding;
import io.countersign.owner.OwnerTrust;
import io.countersign.owner.Owners;
import io.countersign.policy.ApprovalCriteria;
import io.countersign.policy.ApprovalRule;
import io.countersign.policy.FourEyesRule;
import io.countersign.policy.OwnerCategory;
import io.countersign.policy.RequiredApprovals;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How many people it takes to accept an invitation, by the configured rules and by what is known of its owner now. The address
 * book may call an owner outside, but not inside: a lead alone writes it, and would be the only person behind a decision.
 */
@Component
public class ApprovalRules {

    private final List<ApprovalRule> rules;
    private final Owners owners;
    private final KnownAccounts knownAccounts;

    ApprovalRules(ApprovalRuleProperties properties, Owners owners, KnownAccounts knownAccounts) {
        this.rules = properties.stakes();
        this.owners = owners;
        this.knownAccounts = knownAccounts;
    }

    public List<ApprovalRule> all() {
        return rules;
    }

    public RequiredApprovals needs(Invitation invitation) {
        if (rules.isEmpty()) {
            return RequiredApprovals.ONE;
        }
        String owner = invitation.listed().sharedBy();
        return needs(
                invitation.listed().type(),
                invitation.listed().permission(),
                invitation.source().account(),
                vouched(owner, owners.find(owner).standing()));
    }

    /** Of an invitation whose owner was looked up already. */
    public RequiredApprovals needs(InvitationView shown) {
        return needs(
                new ResourceType(shown.type()),
                shown.permission() == null ? null : new Permission(shown.permission()),
                new AccountId(shown.accountId()),
                vouched(
                        shown.owner(),
                        new OwnerStanding(membership(shown.ownerInside()), OwnerTrust.valueOf(shown.ownerTrust()))));
    }

    private RequiredApprovals needs(
            ResourceType type, @Nullable Permission permission, AccountId account, OwnerStanding owner) {
        return FourEyesRule.needs(rules, new ApprovalCriteria(type, permission, account, OwnerCategory.of(owner)));
    }

    private OwnerStanding vouched(@Nullable String owner, OwnerStanding standing) {
        boolean byTheBookAlone = standing.inside()
                && (owner == null
                        || knownAccounts
                                .find(owner)
                                .filter(KnownAccount::insideOrganization)
                                .isEmpty());
        return byTheBookAlone ? new OwnerStanding(OrganizationMembership.UNKNOWN, standing.trust()) : standing;
    }

    private static OrganizationMembership membership(@Nullable Boolean inside) {
        if (inside == null) {
            return OrganizationMembership.UNKNOWN;
        }
        return inside ? OrganizationMembership.INSIDE : OrganizationMembership.OUTSIDE;
    }
}
