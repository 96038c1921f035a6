package io.countersign.decision;

import io.countersign.connection.AccountId;
import io.countersign.connection.Permission;
import io.countersign.connection.ResourceType;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.InvitationView;
import io.countersign.owner.Membership;
import io.countersign.owner.OwnerStanding;
import io.countersign.owner.Owners;
import io.countersign.owner.Trust;
import io.countersign.policy.Needs;
import io.countersign.policy.OwnerKind;
import io.countersign.policy.SecondPersonRule;
import io.countersign.policy.Stakes;
import io.countersign.policy.StakesRule;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How many people it takes to accept an invitation, by the configured rules and by what is known of its owner now. */
@Component
class SecondPersonRules {

    private final List<StakesRule> rules;
    private final Owners owners;

    SecondPersonRules(SecondPersonProperties properties, Owners owners) {
        this.rules = properties.stakes();
        this.owners = owners;
    }

    List<StakesRule> all() {
        return rules;
    }

    Needs needs(Invitation invitation) {
        OwnerStanding owner = owners.find(invitation.listed().sharedBy()).standing();
        return needs(
                invitation.listed().type(),
                invitation.listed().permission(),
                invitation.source().account(),
                owner);
    }

    /** Of an invitation whose owner was looked up already. */
    Needs needs(InvitationView shown) {
        return needs(
                new ResourceType(shown.type()),
                shown.permission() == null ? null : new Permission(shown.permission()),
                new AccountId(shown.accountId()),
                new OwnerStanding(membership(shown.ownerInside()), Trust.valueOf(shown.ownerTrust())));
    }

    private Needs needs(ResourceType type, @Nullable Permission permission, AccountId account, OwnerStanding owner) {
        return SecondPersonRule.needs(rules, new Stakes(type, permission, account, OwnerKind.of(owner)));
    }

    private static Membership membership(@Nullable Boolean inside) {
        if (inside == null) {
            return Membership.UNKNOWN;
        }
        return inside ? Membership.INSIDE : Membership.OUTSIDE;
    }
}
