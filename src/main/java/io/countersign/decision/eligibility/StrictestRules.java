package io.countersign.decision.eligibility;

import io.countersign.authority.ValueChange;
import io.countersign.authority.ValueKind;
import io.countersign.connection.AccountId;
import io.countersign.connection.KnownAccount;
import io.countersign.connection.KnownAccounts;
import io.countersign.connection.KnownMembership;
import io.countersign.connection.Permission;
import io.countersign.connection.ResourceType;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.queue.ApprovalMatches.ApprovalMatch;
import io.countersign.invitation.view.InvitationView;
import io.countersign.owner.OrganizationMembership;
import io.countersign.owner.OwnerStanding;
import io.countersign.owner.OwnerTrust;
import io.countersign.owner.Owners;
import io.countersign.policy.ApprovalCriteria;
import io.countersign.policy.ApprovalRule;
import io.countersign.policy.FourEyesRule;
import io.countersign.policy.LooseningRule;
import io.countersign.policy.OwnerCategory;
import io.countersign.policy.OwnerFacts;
import io.countersign.policy.RequiredApprovals;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The approval rules at one moment: the configured ones, and those whose replacement still waits. */
public final class StrictestRules {

    /** An owner that AWS did not name. */
    private static final String NOT_NAMED = "";

    private final List<ApprovalRule> rules;
    private final Map<String, List<ValueChange>> counting;
    private final Owners owners;
    private final KnownAccounts knownAccounts;

    /** Read once for all rows of a page, and only if the owner of one of them changed. */
    private @Nullable Map<String, OwnerStanding> directory;

    StrictestRules(List<ApprovalRule> rules, List<ValueChange> counting, Owners owners, KnownAccounts knownAccounts) {
        this.rules = List.copyOf(rules);
        this.counting = bySubject(counting.stream());
        this.owners = owners;
        this.knownAccounts = knownAccounts;
    }

    /** Returns the rule that says which approvals an accept requires; empty if none matches. */
    Optional<ApprovalRule> rule(Invitation invitation) {
        if (rules.isEmpty()) {
            return Optional.empty();
        }
        String owner = named(invitation.listed().sharedBy());
        return FourEyesRule.strictest(
                rules,
                new ApprovalCriteria(
                        invitation.listed().type(),
                        invitation.listed().permission(),
                        invitation.source().account(),
                        facts(owner, owners.inDirectory(owner)).categories()));
    }

    public RequiredApprovals needs(Invitation invitation) {
        return rule(invitation).map(ApprovalRule::needs).orElse(RequiredApprovals.ONE);
    }

    /** As above, for an invitation whose owner was already looked up. */
    public RequiredApprovals needs(InvitationView shown) {
        String owner = named(shown.owner().id());
        boolean changed = counting.containsKey(owner);
        return FourEyesRule.needs(
                rules,
                new ApprovalCriteria(
                        new ResourceType(shown.resource().type()),
                        shown.permission() == null ? null : new Permission(shown.permission()),
                        new AccountId(shown.recipient().accountId()),
                        facts(owner, changed ? inDirectory(owner) : standing(shown.owner()))
                                .categories()));
    }

    /** Returns what needs a second approval, for each rule that requires one. */
    List<ApprovalMatch> needingTwo() {
        Map<String, Set<OwnerCategory>> known = categories();
        return rules.stream()
                .filter(rule -> rule.needs().two())
                .map(rule -> match(rule, known))
                .toList();
    }

    /** An owner that is not known is in the category UNKNOWN. */
    private static ApprovalMatch match(ApprovalRule rule, Map<String, Set<OwnerCategory>> known) {
        boolean except = rule.owners().isEmpty() || rule.owners().contains(OwnerCategory.UNKNOWN);
        Set<String> owners = rule.owners().isEmpty()
                ? Set.of()
                : known.entrySet().stream()
                        .filter(owner -> Collections.disjoint(owner.getValue(), rule.owners()) == except)
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet());
        return new ApprovalMatch(
                values(rule.types(), ResourceType::value),
                values(rule.permissions(), Permission::value),
                rule.permissions().contains(Permission.CONTRIBUTOR),
                values(rule.accounts(), AccountId::value),
                owners,
                except);
    }

    private static <T> Set<String> values(Set<T> all, Function<T, String> value) {
        return all.stream().map(value).collect(Collectors.toSet());
    }

    /** Returns the categories of all owners about which anything is known. */
    private Map<String, Set<OwnerCategory>> categories() {
        return Stream.of(
                        directory().keySet().stream(),
                        knownAccounts.knownAccounts().stream()
                                .map(each -> each.account().value()),
                        counting.keySet().stream())
                .flatMap(Function.identity())
                .distinct()
                .collect(Collectors.toMap(Function.identity(), owner -> facts(owner, inDirectory(owner))
                        .categories()));
    }

    /** Returns the categories of owners, by account ID, that count only because loosening changes of the owners wait. */
    public Map<String, Set<OwnerCategory>> replacedCategories() {
        Map<String, Set<OwnerCategory>> replaced = new HashMap<>();
        counting.keySet().forEach(owner -> replaced.put(owner, replacedCategories(owner, inDirectory(owner))));
        replaced.values().removeIf(Set::isEmpty);
        return replaced;
    }

    /** As above, for one owner. */
    public Set<OwnerCategory> replacedCategories(String owner) {
        return counting.containsKey(owner) ? replacedCategories(owner, owners.inDirectory(owner)) : Set.of();
    }

    private Set<OwnerCategory> replacedCategories(String owner, OwnerStanding inDirectory) {
        List<ValueChange> loosening = counting.getOrDefault(owner, List.of()).stream()
                .filter(change -> change.kind() == ValueKind.OWNER || change.kind() == ValueKind.MEMBERSHIP)
                .filter(LooseningRule::loosens)
                .toList();
        if (loosening.isEmpty()) {
            return Set.of();
        }
        Set<OwnerCategory> replaced =
                EnumSet.copyOf(facts(owner, inDirectory, loosening).categories());
        replaced.removeAll(facts(owner, inDirectory, List.of()).categories());
        return replaced;
    }

    private OwnerStanding inDirectory(String owner) {
        return directory().getOrDefault(owner, OwnerStanding.UNKNOWN);
    }

    private Map<String, OwnerStanding> directory() {
        Map<String, OwnerStanding> read = directory == null ? owners.directory() : directory;
        directory = read;
        return read;
    }

    private static Map<String, List<ValueChange>> bySubject(Stream<ValueChange> changes) {
        return changes.collect(Collectors.groupingBy(ValueChange::subject));
    }

    private OwnerFacts facts(String owner, OwnerStanding inDirectory) {
        return facts(owner, inDirectory, counting.getOrDefault(owner, List.of()));
    }

    private OwnerFacts facts(String owner, OwnerStanding inDirectory, List<ValueChange> changes) {
        Optional<KnownMembership> membership = knownAccounts.find(owner).flatMap(KnownAccount::membership);
        return OwnerFacts.of(owner, membership, inDirectory, changes);
    }

    private static String named(@Nullable String owner) {
        return owner == null ? NOT_NAMED : owner;
    }

    private static OwnerStanding standing(InvitationView.Owner owner) {
        return new OwnerStanding(membership(owner.internal()), OwnerTrust.valueOf(owner.trust()));
    }

    private static OrganizationMembership membership(@Nullable Boolean internal) {
        if (internal == null) {
            return OrganizationMembership.UNKNOWN;
        }
        return internal ? OrganizationMembership.INTERNAL : OrganizationMembership.EXTERNAL;
    }
}
