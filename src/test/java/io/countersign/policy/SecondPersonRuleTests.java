package io.countersign.policy;

import static io.countersign.invitation.Listings.RETAIL;
import static io.countersign.invitation.Listings.workload;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.connection.AccountId;
import io.countersign.connection.Action;
import io.countersign.connection.Permission;
import io.countersign.connection.ResourceType;
import io.countersign.invitation.Fingerprint;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.InvitationState;
import io.countersign.invitation.Standing;
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
class SecondPersonRuleTests {

    private static final AccountId ACCOUNT = new AccountId("111122223333");
    private static final Fingerprint SEEN = Fingerprint.of(workload(1, "w"));
    private static final Fingerprint OTHER = Fingerprint.of(workload(1, "w", Permission.CONTRIBUTOR));
    private static final Instant T0 = Instant.parse("2026-11-20T14:00:00Z");

    private static final List<StakesRule> STRANGERS = List.of(new StakesRule(
            Set.of(), Set.of(Permission.CONTRIBUTOR), Set.of(OwnerKind.OUTSIDE), Set.of(), Needs.SECOND_PERSON));

    /** Whatever the facts are, an accept of what takes two is allowed only in one of two ways. */
    @Property(tries = 5000)
    void whatTakesTwoIsAcceptedByTwoEntitledPeopleOrOpenlyByAnAdmin(
            @ForAll("facts") DecisionFacts facts, @ForAll boolean held) {
        Hands hands = facts.hands();
        Verdict verdict = held ? DecisionRule.judgeHeld(facts, 5, T0) : DecisionRule.judge(facts);
        if (!verdict.allowed()) {
            return;
        }
        assertThat(facts.decider()).isTrue();
        assertThat(facts.connected()).isTrue();
        if (!hands.breakGlass()) {
            assertThat(facts.standing().decides()).as("in scope").isTrue();
        }
        if (hands.action() == Action.REJECT || !hands.needs().two()) {
            return;
        }
        assertThat(hands.decider().machine()).isFalse();
        if (hands.breakGlass()) {
            return;
        }
        Proposed proposed = Objects.requireNonNull(hands.proposed());
        assertThat(proposed.open()).isTrue();
        assertThat(proposed.entitled()).isTrue();
        assertThat(proposed.by().machine()).isFalse();
        assertThat(proposed.shown()).isEqualTo(SEEN);
        assertThat(names(proposed.by())).doesNotContainAnyElementsOf(names(hands.decider()));
        assertThat(hands.needs() != Needs.LEAD || hands.leads()).isTrue();
    }

    /** A denial needs nobody else, and what was denied stays denied. */
    @Property(tries = 2000)
    void denyBeatsAccept(@ForAll("facts") DecisionFacts facts) {
        Hands hands = facts.hands();
        Hands deny = new Hands(hands.needs(), Action.REJECT, hands.decider(), hands.leads(), null, false);
        Hands alone = new Hands(Needs.ONE, Action.ACCEPT, hands.decider(), hands.leads(), null, false);
        assertThat(DecisionRule.judge(with(facts, deny))).isEqualTo(DecisionRule.judge(with(facts, alone)));
        if (hands.proposed() != null && !hands.proposed().open() && !hands.breakGlass()) {
            Hands accept =
                    new Hands(hands.needs(), Action.ACCEPT, hands.decider(), hands.leads(), hands.proposed(), false);
            assertThat(DecisionRule.judge(with(facts, accept)).allowed()).isFalse();
        }
    }

    /** What nobody has chosen yet is shown as an accept would be judged. */
    @Property
    void noChoiceIsJudgedLikeAnAccept(@ForAll("facts") DecisionFacts facts) {
        Hands hands = facts.hands();
        assertThat(DecisionRule.judge(with(facts, choosing(hands, null))))
                .isEqualTo(DecisionRule.judge(with(facts, choosing(hands, Action.ACCEPT))));
    }

    @Property
    void anotherRuleNeverMakesItLess(
            @ForAll("rules") List<StakesRule> rules,
            @ForAll("rules") List<StakesRule> more,
            @ForAll("stakes") Stakes on) {
        List<StakesRule> all = Stream.concat(rules.stream(), more.stream()).toList();
        assertThat(SecondPersonRule.needs(all, on))
                .isGreaterThanOrEqualTo(SecondPersonRule.needs(rules, on))
                .isGreaterThanOrEqualTo(SecondPersonRule.needs(more, on));
    }

    @Test
    void aContributorShareOfAStrangerTakesTwoAndAllElseOne() {
        assertThat(needs(ResourceType.WORKLOAD, Permission.CONTRIBUTOR, OwnerKind.OUTSIDE))
                .isEqualTo(Needs.SECOND_PERSON);
        assertThat(needs(ResourceType.WORKLOAD, Permission.READONLY, OwnerKind.OUTSIDE))
                .isEqualTo(Needs.ONE);
        assertThat(needs(ResourceType.WORKLOAD, Permission.CONTRIBUTOR, OwnerKind.INSIDE))
                .isEqualTo(Needs.ONE);
        assertThat(needs(ResourceType.LENS, null, OwnerKind.OUTSIDE)).isEqualTo(Needs.ONE);
    }

    @Test
    void aPermissionThatNobodyKnowsCountsLikeTheMostThatIsKnown() {
        for (Permission strange : Arrays.asList(new Permission("OWNER_OF_ALL"), null)) {
            assertThat(needs(ResourceType.WORKLOAD, strange, OwnerKind.OUTSIDE)).isEqualTo(Needs.SECOND_PERSON);
        }
        assertThat(needs(new ResourceType("DASHBOARD"), null, OwnerKind.OUTSIDE))
                .isEqualTo(Needs.SECOND_PERSON);
    }

    @Test
    void theStrictestRuleCountsAndEveryConditionMustHold() {
        StakesRule blocked = new StakesRule(Set.of(), Set.of(), Set.of(OwnerKind.BLOCKED), Set.of(), Needs.LEAD);
        StakesRule here =
                new StakesRule(Set.of(ResourceType.LENS), Set.of(), Set.of(), Set.of(ACCOUNT), Needs.SECOND_PERSON);
        List<StakesRule> rules = List.of(blocked, here);
        assertThat(SecondPersonRule.needs(rules, stakes(ResourceType.LENS, null, OwnerKind.BLOCKED)))
                .isEqualTo(Needs.LEAD);
        assertThat(SecondPersonRule.needs(rules, stakes(ResourceType.LENS, null, OwnerKind.INSIDE)))
                .isEqualTo(Needs.SECOND_PERSON);
        assertThat(SecondPersonRule.needs(rules, stakes(ResourceType.PROFILE, null, OwnerKind.INSIDE)))
                .isEqualTo(Needs.ONE);
        Stakes elsewhere =
                new Stakes(ResourceType.LENS, null, new AccountId("222233334444"), EnumSet.of(OwnerKind.INSIDE));
        assertThat(SecondPersonRule.needs(rules, elsewhere)).isEqualTo(Needs.ONE);
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
        Hands alone = new Hands(Needs.ONE, Action.ACCEPT, hand("admin"), false, null, true);
        assertThat(SecondPersonRule.judge(alone, SEEN)).isEqualTo(Verdict.NO_NEED);
    }

    private static Verdict confirm(Hand proposer, Hand confirmer) {
        Proposed proposed = new Proposed(proposer, true, true, SEEN);
        return SecondPersonRule.judge(
                new Hands(Needs.SECOND_PERSON, Action.ACCEPT, confirmer, false, proposed, false), SEEN);
    }

    private static Hand hand(String person, String... standsInFor) {
        return new Hand(person, Set.of(standsInFor), false);
    }

    private static Needs needs(ResourceType type, @Nullable Permission permission, OwnerKind owner) {
        return SecondPersonRule.needs(STRANGERS, stakes(type, permission, owner));
    }

    private static Stakes stakes(ResourceType type, @Nullable Permission permission, OwnerKind owner) {
        return new Stakes(type, permission, ACCOUNT, EnumSet.of(owner));
    }

    private static Set<String> names(Hand hand) {
        return Stream.concat(Stream.of(hand.person()), hand.standsInFor().stream())
                .collect(Collectors.toSet());
    }

    private static Hands choosing(Hands hands, @Nullable Action action) {
        return new Hands(hands.needs(), action, hands.decider(), hands.leads(), hands.proposed(), hands.breakGlass());
    }

    private static DecisionFacts with(DecisionFacts facts, Hands hands) {
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
                    Standing standing = new Standing(
                            hands.decider().person(), true, decides, hands.leads(), List.of(), null, null, Set.of());
                    return new DecisionFacts(invitation, decider, connected, standing, null, SEEN, hands);
                });
    }

    private static Arbitrary<Hands> hands() {
        Arbitrary<Proposed> proposed = Combinators.combine(
                        hand(),
                        Arbitraries.of(true, true, true, false),
                        Arbitraries.of(true, true, true, false),
                        Arbitraries.of(SEEN, SEEN, SEEN, OTHER))
                .as(Proposed::new);
        return Combinators.combine(
                        Arbitraries.of(Needs.class),
                        Arbitraries.of(Action.class).injectNull(0.2),
                        hand(),
                        Arbitraries.of(true, false),
                        proposed.injectNull(0.3),
                        Arbitraries.of(false, false, false, true))
                .as(Hands::new);
    }

    private static Arbitrary<Hand> hand() {
        Arbitrary<String> names = Arbitraries.of("ann", "ben", "lea");
        return Combinators.combine(names, names.set().ofMaxSize(2), Arbitraries.of(false, false, false, false, true))
                .as(Hand::new);
    }

    @Provide
    Arbitrary<List<StakesRule>> rules() {
        return Combinators.combine(
                        Arbitraries.of(ResourceType.KNOWN).set().ofMaxSize(2),
                        Arbitraries.of(Permission.KNOWN).set().ofMaxSize(1),
                        Arbitraries.of(OwnerKind.class).set().ofMaxSize(2),
                        Arbitraries.of(ACCOUNT).set().ofMaxSize(1),
                        Arbitraries.of(Needs.class))
                .as(StakesRule::new)
                .list()
                .ofMaxSize(4);
    }

    @Provide
    Arbitrary<Stakes> stakes() {
        return Combinators.combine(
                        Arbitraries.of(ResourceType.KNOWN),
                        Arbitraries.of(Permission.KNOWN).injectNull(0.3),
                        Arbitraries.of(ACCOUNT),
                        Arbitraries.of(OwnerKind.class).set().ofMinSize(1).ofMaxSize(2))
                .as(Stakes::new);
    }
}
