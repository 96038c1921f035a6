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
 * The approvals that an accept requires, from the configured rules and the current facts about the owner. The owner
 * directory can mark an owner as external but not as internal: one lead alone maintains it, and could bypass the second
 * approval.
 */
@Component
public class ApprovalRules {

    private final List<ApprovalRule> rules;
    private final Owners owners;
    private final KnownAccounts knownAccounts;

    ApprovalRules(ApprovalRuleProperties properties, Owners owners, KnownAccounts knownAccounts) {
        this.rules = properties.parsed();
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
                withConfirmedMembership(owner, owners.find(owner).standing()));
    }

    /** As above, for an invitation whose owner was already looked up. */
    public RequiredApprovals needs(InvitationView shown) {
        InvitationView.Owner owner = shown.owner();
        return needs(
                new ResourceType(shown.resource().type()),
                shown.permission() == null ? null : new Permission(shown.permission()),
                new AccountId(shown.recipient().accountId()),
                withConfirmedMembership(
                        owner.id(),
                        new OwnerStanding(membership(owner.internal()), OwnerTrust.valueOf(owner.trust()))));
    }

    private RequiredApprovals needs(
            ResourceType type, @Nullable Permission permission, AccountId account, OwnerStanding owner) {
        return FourEyesRule.needs(rules, new ApprovalCriteria(type, permission, account, OwnerCategory.of(owner)));
    }

    private OwnerStanding withConfirmedMembership(@Nullable String owner, OwnerStanding standing) {
        boolean onlyByDirectory = standing.internal()
                && (owner == null
                        || knownAccounts
                                .find(owner)
                                .filter(KnownAccount::internal)
                                .isEmpty());
        return onlyByDirectory ? new OwnerStanding(OrganizationMembership.UNKNOWN, standing.trust()) : standing;
    }

    private static OrganizationMembership membership(@Nullable Boolean internal) {
        if (internal == null) {
            return OrganizationMembership.UNKNOWN;
        }
        return internal ? OrganizationMembership.INTERNAL : OrganizationMembership.EXTERNAL;
    }
}
