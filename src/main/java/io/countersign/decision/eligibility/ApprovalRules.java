package io.countersign.decision.eligibility;

import io.countersign.authority.ValueChange;
import io.countersign.authority.ValueKind;
import io.countersign.connection.KnownAccounts;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.queue.ApprovalMatches;
import io.countersign.invitation.queue.ApprovalMatches.ApprovalMatch;
import io.countersign.invitation.view.InvitationView;
import io.countersign.owner.Owners;
import io.countersign.policy.ApprovalRule;
import io.countersign.policy.RequiredApprovals;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The approvals that an accept requires, from the strictest of the current and the counting rules and facts. */
@Component
public class ApprovalRules implements ApprovalMatches {

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

    /**
     * The rules that apply: the configured ones with {@link Instant#MAX}, and the replaced ones with the ends of their
     * delays.
     */
    public Map<ApprovalRule, Instant> all() {
        Map<ApprovalRule, Instant> all = new LinkedHashMap<>();
        configured.forEach(rule -> all.put(rule, Instant.MAX));
        changes.ends().forEach((change, end) -> replaced(change)
                .ifPresent(rule -> all.merge(rule, end, ApprovalRules::later)));
        return all;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** Reads the stored text of a rule. */
    public static ApprovalRule parse(String text) {
        return ApprovalRuleText.parse(text);
    }

    private static Optional<ApprovalRule> replaced(ValueChange change) {
        return change.kind() == ValueKind.RULE
                ? Optional.ofNullable(change.before()).map(ApprovalRules::parse)
                : Optional.empty();
    }

    @Override
    public List<ApprovalMatch> needingTwo() {
        return strictest().needingTwo();
    }

    /** Returns the rule that says which approvals an accept requires; empty if none matches, so that one user decides. */
    public Optional<ApprovalRule> rule(Invitation invitation) {
        return strictest().rule(invitation);
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
        Stream<ApprovalRule> replaced = counting.stream().flatMap(change -> replaced(change).stream());
        List<ApprovalRule> rules =
                Stream.concat(configured.stream(), replaced).distinct().toList();
        return new StrictestRules(rules, counting, owners, knownAccounts);
    }
}
