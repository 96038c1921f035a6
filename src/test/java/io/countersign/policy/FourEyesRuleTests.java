package io.countersign.policy;

import static io.countersign.invitation.Listings.RETAIL;
import static io.countersign.invitation.Listings.workload;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.connection.AccountId;
import io.countersign.connection.InvitationAction;
import io.countersign.connection.Permission;
import io.countersign.connection.ResourceType;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.InvitationFingerprint;
import io.countersign.invitation.InvitationState;
import io.countersign.team.ReviewerContext;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How many people it takes, and that no way around them is left. */
class FourEyesRuleTests {

    private static final AccountId ACCOUNT = new AccountId("111122223333");
    private static final InvitationFingerprint SEEN = InvitationFingerprint.of(workload(1, "w"));
    private static final InvitationFingerprint OTHER =
            InvitationFingerprint.of(workload(1, "w", Permission.CONTRIBUTOR));
    private static final Instant T0 = Instant.parse("2026-11-20T14:00:00Z");

    private static final List<ApprovalRule> STRANGERS = List.of(new ApprovalRule(
            Set.of(),
            Set.of(Permission.CONTRIBUTOR),
            Set.of(OwnerCategory.OUTSIDE),
            Set.of(),
            RequiredApprovals.SECOND_PERSON));

    /** Whatever the facts are, an accept of what takes two is allowed only in one of two ways. */
    @Property(tries = 5000)
    void whatTakesTwoIsAcceptedByTwoEntitledPeopleOrOpenlyByAnAdmin(
            @ForAll("facts") DecisionFacts facts, @ForAll boolean held) {
        ApprovalContext hands = facts.approval();
        Verdict verdict = held ? DecisionRule.judgeHeld(facts, 5, T0) : DecisionRule.judge(facts);
        if (!verdict.allowed()) {
            return;
        }
        assertThat(facts.decider()).isTrue();
        assertThat(facts.connected()).isTrue();
        if (!hands.breakGlass()) {
            assertThat(facts.standing().decides()).as("in scope").isTrue();
        }
        if (hands.action() == InvitationAction.REJECT || !hands.needs().two()) {
            return;
        }
        assertThat(hands.decider().machine()).isFalse();
        if (hands.breakGlass()) {
            return;
        }
        PendingProposal proposed = Objects.requireNonNull(hands.proposed());
        assertThat(proposed.open()).isTrue();
        assertThat(proposed.entitled()).isTrue();
        assertThat(proposed.by().machine()).isFalse();
        assertThat(proposed.shown()).isEqualTo(SEEN);
        assertThat(names(proposed.by())).doesNotContainAnyElementsOf(names(hands.decider()));
        assertThat(hands.needs() != RequiredApprovals.LEAD || hands.leads()).isTrue();
    }

    /** A denial needs nobody else, and what was denied stays denied. */
    @Property(tries = 2000)
    void denyBeatsAccept(@ForAll("facts") DecisionFacts facts) {
        ApprovalContext hands = facts.approval();
        ApprovalContext deny = new ApprovalContext(
                hands.needs(), InvitationAction.REJECT, hands.decider(), hands.leads(), null, false);
        ApprovalContext alone = new ApprovalContext(
                RequiredApprovals.ONE, InvitationAction.ACCEPT, hands.decider(), hands.leads(), null, false);
        assertThat(DecisionRule.judge(with(facts, deny))).isEqualTo(DecisionRule.judge(with(facts, alone)));
        if (hands.proposed() != null && !hands.proposed().open() && !hands.breakGlass()) {
            ApprovalContext accept = new ApprovalContext(
                    hands.needs(), InvitationAction.ACCEPT, hands.decider(), hands.leads(), hands.proposed(), false);
            assertThat(DecisionRule.judge(with(facts, accept)).allowed()).isFalse();
        }
    }

    /** What nobody has chosen yet is shown as an accept would be judged. */
    @Property
    void noChoiceIsJudgedLikeAnAccept(@ForAll("facts") DecisionFacts facts) {
        ApprovalContext hands = facts.approval();
        assertThat(DecisionRule.judge(with(facts, choosing(hands, null))))
                .isEqualTo(DecisionRule.judge(with(facts, choosing(hands, InvitationAction.ACCEPT))));
    }

    @Property
    void anotherRuleNeverMakesItLess(
            @ForAll("rules") List<ApprovalRule> rules,
            @ForAll("rules") List<ApprovalRule> more,
            @ForAll("stakes") ApprovalCriteria on) {
        List<ApprovalRule> all = Stream.concat(rules.stream(), more.stream()).toList();
        assertThat(FourEyesRule.needs(all, on))
                .isGreaterThanOrEqualTo(FourEyesRule.needs(rules, on))
                .isGreaterThanOrEqualTo(FourEyesRule.needs(more, on));
    }

    @Test
    void aContributorShareOfAStrangerTakesTwoAndAllElseOne() {
        assertThat(needs(ResourceType.WORKLOAD, Permission.CONTRIBUTOR, OwnerCategory.OUTSIDE))
                .isEqualTo(RequiredApprovals.SECOND_PERSON);
        assertThat(needs(ResourceType.WORKLOAD, Permission.READONLY, OwnerCategory.OUTSIDE))
                .isEqualTo(RequiredApprovals.ONE);
        assertThat(needs(ResourceType.WORKLOAD, Permission.CONTRIBUTOR, OwnerCategory.INSIDE))
                .isEqualTo(RequiredApprovals.ONE);
        assertThat(needs(ResourceType.LENS, null, OwnerCategory.OUTSIDE)).isEqualTo(RequiredApprovals.ONE);
    }

    @Test
    void aPermissionThatNobodyKnowsCountsLikeTheMostThatIsKnown() {
        for (Permission strange : Arrays.asList(new Permission("OWNER_OF_ALL"), null)) {
            assertThat(needs(ResourceType.WORKLOAD, strange, OwnerCategory.OUTSIDE))
                    .isEqualTo(RequiredApprovals.SECOND_PERSON);
        }
        assertThat(needs(new ResourceType("DASHBOARD"), null, OwnerCategory.OUTSIDE))
                .isEqualTo(RequiredApprovals.SECOND_PERSON);
    }

    @Test
    void theStrictestRuleCountsAndEveryConditionMustHold() {
        ApprovalRule blocked =
                new ApprovalRule(Set.of(), Set.of(), Set.of(OwnerCategory.BLOCKED), Set.of(), RequiredApprovals.LEAD);
        ApprovalRule here = new ApprovalRule(
                Set.of(ResourceType.LENS), Set.of(), Set.of(), Set.of(ACCOUNT), RequiredApprovals.SECOND_PERSON);
        List<ApprovalRule> rules = List.of(blocked, here);
        assertThat(FourEyesRule.needs(rules, stakes(ResourceType.LENS, null, OwnerCategory.BLOCKED)))
                .isEqualTo(RequiredApprovals.LEAD);
        assertThat(FourEyesRule.needs(rules, stakes(ResourceType.LENS, null, OwnerCategory.INSIDE)))
                .isEqualTo(RequiredApprovals.SECOND_PERSON);
        assertThat(FourEyesRule.needs(rules, stakes(ResourceType.PROFILE, null, OwnerCategory.INSIDE)))
                .isEqualTo(RequiredApprovals.ONE);
        ApprovalCriteria elsewhere = new ApprovalCriteria(
                ResourceType.LENS, null, new AccountId("222233334444"), EnumSet.of(OwnerCategory.INSIDE));
        assertThat(FourEyesRule.needs(rules, elsewhere)).isEqualTo(RequiredApprovals.ONE);
    }

    @Test
    void whoActsInPlaceOfTheOtherOrOfTheSameLeadIsNoOtherPerson() {
        assertThat(confirm(hand("ann"), hand("ben"))).isEqualTo(Verdict.ALLOWED);
        assertThat(confirm(hand("ann"), hand("ann"))).isEqualTo(Verdict.OWN_PROPOSAL);
        assertThat(confirm(hand("lea"), hand("ben", "lea"))).isEqualTo(Verdict.OWN_PROPOSAL);
        assertThat(confirm(hand("ben", "lea"), hand("lea"))).isEqualTo(Verdict.OWN_PROPOSAL);
        assertThat(confirm(hand("ann", "lea"), hand("ben", "lea"))).isEqualTo(Verdict.OWN_PROPOSAL);
        assertThat(confirm(hand("ann", "lea"), hand("ben", "max"))).isEqualTo(Verdict.ALLOWED);
        // of several, it does not matter whose turn it is
        assertThat(confirm(hand("lea"), hand("ben", "max", "lea"))).isEqualTo(Verdict.OWN_PROPOSAL);
        assertThat(confirm(hand("ben", "max", "lea"), hand("max"))).isEqualTo(Verdict.OWN_PROPOSAL);
    }

    @Test
    void breakGlassIsOnlyForWhatTakesTwo() {
        ApprovalContext alone =
                new ApprovalContext(RequiredApprovals.ONE, InvitationAction.ACCEPT, hand("admin"), false, null, true);
        assertThat(FourEyesRule.judge(alone, SEEN)).isEqualTo(Verdict.NO_NEED);
    }

    private static Verdict confirm(Actor proposer, Actor confirmer) {
        PendingProposal proposed = new PendingProposal(proposer, true, true, SEEN);
        return FourEyesRule.judge(
                new ApprovalContext(
                        RequiredApprovals.SECOND_PERSON, InvitationAction.ACCEPT, confirmer, false, proposed, false),
                SEEN);
    }

    private static Actor hand(String person, String... standsInFor) {
        return new Actor(person, Set.of(standsInFor), false);
    }

    private static RequiredApprovals needs(ResourceType type, @Nullable Permission permission, OwnerCategory owner) {
        return FourEyesRule.needs(STRANGERS, stakes(type, permission, owner));
    }

    private static ApprovalCriteria stakes(ResourceType type, @Nullable Permission permission, OwnerCategory owner) {
        return new ApprovalCriteria(type, permission, ACCOUNT, EnumSet.of(owner));
    }

    private static Set<String> names(Actor hand) {
        return Stream.concat(Stream.of(hand.person()), hand.standsInFor().stream())
                .collect(Collectors.toSet());
    }

    private static ApprovalContext choosing(ApprovalContext hands, @Nullable InvitationAction invitationAction) {
        return new ApprovalContext(
                hands.needs(), invitationAction, hands.decider(), hands.leads(), hands.proposed(), hands.breakGlass());
    }

    private static DecisionFacts with(DecisionFacts facts, ApprovalContext hands) {
        return new DecisionFacts(
                facts.invitation(),
                facts.decider(),
                facts.connected(),
                facts.standing(),
                facts.unclearSince(),
                facts.shown(),
                hands);
    }

    @Provide
    Arbitrary<DecisionFacts> facts() {
        Arbitrary<Boolean> mostly =
                Arbitraries.frequency(net.jqwik.api.Tuple.of(4, true), net.jqwik.api.Tuple.of(1, false));
        return Combinators.combine(hands(), mostly, mostly, mostly, mostly)
                .as((hands, decider, connected, decides, pending) -> {
                    Invitation invitation = new Invitation(
                            workload(1, "w"),
                            RETAIL,
                            pending ? InvitationState.PENDING : InvitationState.GONE,
                            T0.minusSeconds(600),
                            null,
                            T0,
                            null,
                            false,
                            false);
                    ReviewerContext standing = new ReviewerContext(
                            hands.decider().person(), true, decides, hands.leads(), List.of(), null, null, Set.of());
                    return new DecisionFacts(invitation, decider, connected, standing, null, SEEN, hands);
                });
    }

    private static Arbitrary<ApprovalContext> hands() {
        Arbitrary<PendingProposal> proposed = Combinators.combine(
                        hand(),
                        Arbitraries.of(true, true, true, false),
                        Arbitraries.of(true, true, true, false),
                        Arbitraries.of(SEEN, SEEN, SEEN, OTHER))
                .as(PendingProposal::new);
        return Combinators.combine(
                        Arbitraries.of(RequiredApprovals.class),
                        Arbitraries.of(InvitationAction.class).injectNull(0.2),
                        hand(),
                        Arbitraries.of(true, false),
                        proposed.injectNull(0.3),
                        Arbitraries.of(false, false, false, true))
                .as(ApprovalContext::new);
    }

    private static Arbitrary<Actor> hand() {
        Arbitrary<String> names = Arbitraries.of("ann", "ben", "lea");
        return Combinators.combine(names, names.set().ofMaxSize(2), Arbitraries.of(false, false, false, false, true))
                .as(Actor::new);
    }

    @Provide
    Arbitrary<List<ApprovalRule>> rules() {
        return Combinators.combine(
                        Arbitraries.of(ResourceType.KNOWN).set().ofMaxSize(2),
                        Arbitraries.of(Permission.KNOWN).set().ofMaxSize(1),
                        Arbitraries.of(OwnerCategory.class).set().ofMaxSize(2),
                        Arbitraries.of(ACCOUNT).set().ofMaxSize(1),
                        Arbitraries.of(RequiredApprovals.class))
                .as(ApprovalRule::new)
                .list()
                .ofMaxSize(4);
    }

    @Provide
    Arbitrary<ApprovalCriteria> stakes() {
        return Combinators.combine(
                        Arbitraries.of(ResourceType.KNOWN),
                        Arbitraries.of(Permission.KNOWN).injectNull(0.3),
                        Arbitraries.of(ACCOUNT),
                        Arbitraries.of(OwnerCategory.class).set().ofMinSize(1).ofMaxSize(2))
                .as(ApprovalCriteria::new);
    }
}
