package io.countersign.decision.eligibility;

import io.countersign.authority.ValueChange;
import io.countersign.authority.ValueKind;
import io.countersign.connection.KnownAccounts;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.view.InvitationView;
import io.countersign.owner.Owners;
import io.countersign.policy.ApprovalRule;
import io.countersign.policy.RequiredApprovals;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The approvals that an accept requires, from the strictest of the current and the counting rules and facts. */
@Component
public class ApprovalRules {

    private final List<ApprovalRule> configured;
    private final LooseningChanges changes;
    private final Owners owners;
    private final KnownAccounts knownAccounts;

    ApprovalRules(
            ApprovalRuleProperties properties, LooseningChanges changes, Owners owners, KnownAccounts knownAccounts) {
        this.configured = properties.parsed();
        this.changes = changes;
        this.owners = owners;
        this.knownAccounts = knownAccounts;
    }

    /** The configured rules. */
    public List<ApprovalRule> all() {
        return configured;
    }

    public RequiredApprovals needs(Invitation invitation) {
        return strictest().needs(invitation);
    }

    public RequiredApprovals needs(InvitationView shown) {
        return strictest().needs(shown);
    }

    /** The rules and changes of now, for the judgment of several invitations. */
    public StrictestRules strictest() {
        List<ValueChange> counting = changes.counting();
        Stream<ApprovalRule> replaced = counting.stream()
                .filter(change -> change.kind() == ValueKind.RULE)
                .flatMap(change -> Optional.ofNullable(change.before()).stream())
                .map(ApprovalRuleText::parse);
        List<ApprovalRule> rules =
                Stream.concat(configured.stream(), replaced).distinct().toList();
        return new StrictestRules(rules, counting, owners, knownAccounts);
    }
}
