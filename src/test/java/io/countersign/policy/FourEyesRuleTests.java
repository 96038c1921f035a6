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

/** Tests that no combination of facts bypasses a required second approval. */
class FourEyesRuleTests {

    private static final AccountId ACCOUNT = new AccountId("111122223333");
    private static final InvitationFingerprint SEEN = InvitationFingerprint.of(workload(1, "w"));
    private static final InvitationFingerprint OTHER =
            InvitationFingerprint.of(workload(1, "w", Permission.CONTRIBUTOR));
    private static final Instant T0 = Instant.parse("2026-11-20T14:00:00Z");

    private static final List<ApprovalRule> EXTERNAL_CONTRIBUTOR = List.of(new ApprovalRule(
            Set.of(),
            Set.of(Permission.CONTRIBUTOR),
            Set.of(OwnerCategory.EXTERNAL),
            Set.of(),
            RequiredApprovals.SECOND_PERSON));

    /** For all facts, an accept that requires a second approval needs two entitled users or an admin. */
    @Property(tries = 5000)
    void allowsAnAcceptOnlyToTwoEntitledUsersOrToAnAdmin(@ForAll("facts") DecisionFacts facts, @ForAll boolean held) {
        ApprovalContext approval = facts.approval();
        Verdict verdict = held ? DecisionRule.judgeHeld(facts, 5, T0) : DecisionRule.judge(facts);
        if (!verdict.allowed()) {
            return;
        }
        assertThat(facts.decider()).isTrue();
        assertThat(facts.connected()).isTrue();
        if (!approval.breakGlass()) {
            assertThat(facts.reviewer().decides()).as("in scope").isTrue();
        }
        if (approval.action() == InvitationAction.REJECT || !approval.needs().two()) {
            return;
        }
        assertThat(approval.decider().serviceAccount()).isFalse();
        if (approval.breakGlass()) {
            return;
        }
        PendingProposal proposed = Objects.requireNonNull(approval.proposed());
        assertThat(proposed.open()).isTrue();
        assertThat(proposed.entitled()).isTrue();
        assertThat(proposed.by().serviceAccount()).isFalse();
        assertThat(proposed.shown()).isEqualTo(SEEN);
        assertThat(names(proposed.by())).doesNotContainAnyElementsOf(names(approval.decider()));
        assertThat(approval.needs() != RequiredApprovals.LEAD || approval.leads())
                .isTrue();
    }

    /** One user can deny, and a denied proposal cannot be confirmed. */
    @Property(tries = 2000)
    void prefersADenial(@ForAll("facts") DecisionFacts facts) {
        ApprovalContext approval = facts.approval();
        ApprovalContext deny = new ApprovalContext(
                approval.needs(), InvitationAction.REJECT, approval.decider(), approval.leads(), null, false, false);
        ApprovalContext alone = new ApprovalContext(
                RequiredApprovals.ONE,
                InvitationAction.ACCEPT,
                approval.decider(),
                approval.leads(),
                null,
                false,
                false);
        assertThat(DecisionRule.judge(with(facts, deny))).isEqualTo(DecisionRule.judge(with(facts, alone)));
        if (approval.proposed() != null && !approval.proposed().open() && !approval.breakGlass()) {
            ApprovalContext accept = new ApprovalContext(
                    approval.needs(),
                    InvitationAction.ACCEPT,
                    approval.decider(),
                    approval.leads(),
                    approval.proposed(),
                    false,
                    false);
            assertThat(DecisionRule.judge(with(facts, accept)).allowed()).isFalse();
        }
    }

    /** Before an action is chosen, the page shows the verdict on an accept. */
    @Property
    void judgesNoActionLikeAnAccept(@ForAll("facts") DecisionFacts facts) {
        ApprovalContext approval = facts.approval();
        assertThat(DecisionRule.judge(with(facts, choosing(approval, null))))
                .isEqualTo(DecisionRule.judge(with(facts, choosing(approval, InvitationAction.ACCEPT))));
    }

    @Property
    void neverRequiresLessWithAnotherRule(
            @ForAll("rules") List<ApprovalRule> rules,
            @ForAll("rules") List<ApprovalRule> more,
            @ForAll("criteria") ApprovalCriteria on) {
        List<ApprovalRule> all = Stream.concat(rules.stream(), more.stream()).toList();
        assertThat(FourEyesRule.needs(all, on))
                .isGreaterThanOrEqualTo(FourEyesRule.needs(rules, on))
                .isGreaterThanOrEqualTo(FourEyesRule.needs(more, on));
    }

    @Test
    void requiresTwoOnlyForAContributorShareOfAnExternalOwner() {
        assertThat(needs(ResourceType.WORKLOAD, Permission.CONTRIBUTOR, OwnerCategory.EXTERNAL))
                .isEqualTo(RequiredApprovals.SECOND_PERSON);
        assertThat(needs(ResourceType.WORKLOAD, Permission.READONLY, OwnerCategory.EXTERNAL))
                .isEqualTo(RequiredApprovals.ONE);
        assertThat(needs(ResourceType.WORKLOAD, Permission.CONTRIBUTOR, OwnerCategory.INTERNAL))
                .isEqualTo(RequiredApprovals.ONE);
        assertThat(needs(ResourceType.LENS, null, OwnerCategory.EXTERNAL)).isEqualTo(RequiredApprovals.ONE);
    }

    @Test
    void treatsAnUnknownPermissionLikeContributor() {
        for (Permission unknown : Arrays.asList(new Permission("OWNER_OF_ALL"), null)) {
            assertThat(needs(ResourceType.WORKLOAD, unknown, OwnerCategory.EXTERNAL))
                    .isEqualTo(RequiredApprovals.SECOND_PERSON);
        }
        assertThat(needs(new ResourceType("DASHBOARD"), null, OwnerCategory.EXTERNAL))
                .isEqualTo(RequiredApprovals.SECOND_PERSON);
    }

    @Test
    void appliesTheStrictestRuleThatMatchesInEveryCondition() {
        ApprovalRule blocked =
                new ApprovalRule(Set.of(), Set.of(), Set.of(OwnerCategory.BLOCKED), Set.of(), RequiredApprovals.LEAD);
        ApprovalRule here = new ApprovalRule(
                Set.of(ResourceType.LENS), Set.of(), Set.of(), Set.of(ACCOUNT), RequiredApprovals.SECOND_PERSON);
        List<ApprovalRule> rules = List.of(blocked, here);
        assertThat(FourEyesRule.needs(rules, criteria(ResourceType.LENS, null, OwnerCategory.BLOCKED)))
                .isEqualTo(RequiredApprovals.LEAD);
        assertThat(FourEyesRule.needs(rules, criteria(ResourceType.LENS, null, OwnerCategory.INTERNAL)))
                .isEqualTo(RequiredApprovals.SECOND_PERSON);
        assertThat(FourEyesRule.needs(rules, criteria(ResourceType.PROFILE, null, OwnerCategory.INTERNAL)))
                .isEqualTo(RequiredApprovals.ONE);
        ApprovalCriteria elsewhere = new ApprovalCriteria(
                ResourceType.LENS, null, new AccountId("222233334444"), EnumSet.of(OwnerCategory.INTERNAL));
        assertThat(FourEyesRule.needs(rules, elsewhere)).isEqualTo(RequiredApprovals.ONE);
    }

    @Test
    void refusesADelegateOfTheProposerOrOfTheSameLead() {
        assertThat(confirm(actor("ann"), actor("ben"))).isEqualTo(Verdict.ALLOWED);
        assertThat(confirm(actor("ann"), actor("ann"))).isEqualTo(Verdict.OWN_PROPOSAL);
        assertThat(confirm(actor("Ann"), actor("aNN"))).isEqualTo(Verdict.OWN_PROPOSAL);
        assertThat(confirm(actor("LEA"), actor("ben", "lea"))).isEqualTo(Verdict.OWN_PROPOSAL);
        assertThat(confirm(actor("lea"), actor("ben", "lea"))).isEqualTo(Verdict.OWN_PROPOSAL);
        assertThat(confirm(actor("ben", "lea"), actor("lea"))).isEqualTo(Verdict.OWN_PROPOSAL);
        assertThat(confirm(actor("ann", "lea"), actor("ben", "lea"))).isEqualTo(Verdict.OWN_PROPOSAL);
        assertThat(confirm(actor("ann", "lea"), actor("ben", "max"))).isEqualTo(Verdict.ALLOWED);
        // with several delegators, the order does not matter
        assertThat(confirm(actor("lea"), actor("ben", "max", "lea"))).isEqualTo(Verdict.OWN_PROPOSAL);
        assertThat(confirm(actor("ben", "max", "lea"), actor("max"))).isEqualTo(Verdict.OWN_PROPOSAL);
    }

    @Test
    void refusesBreakGlassIfOneApprovalIsEnough() {
        ApprovalContext alone = new ApprovalContext(
                RequiredApprovals.ONE, InvitationAction.ACCEPT, actor("admin"), false, null, true, false);
        assertThat(FourEyesRule.judge(alone, SEEN)).isEqualTo(Verdict.NO_NEED);
    }

    @Test
    void namesTheDelegationsThatPreventAConfirmation() {
        assertThat(context(actor("ann", "lea"), actor("ben", "max")).conflicts())
                .isEmpty();
        assertThat(context(actor("ann", "lea"), actor("ann", "lea")).conflicts())
                .as("the proposer")
                .isEmpty();
        assertThat(context(actor("lea"), actor("ben", "lea")).conflicts())
                .containsExactly(new Representation("ben", "lea"));
        assertThat(context(actor("ben", "lea"), actor("lea")).conflicts())
                .containsExactly(new Representation("ben", "lea"));
        assertThat(context(actor("ann", "lea", "max"), actor("ben", "lea")).conflicts())
                .containsExactly(new Representation("ben", "lea"), new Representation("ann", "lea"));
    }

    private static Verdict confirm(Actor proposer, Actor confirmer) {
        return FourEyesRule.judge(context(proposer, confirmer), SEEN);
    }

    private static ApprovalContext context(Actor proposer, Actor confirmer) {
        PendingProposal proposed = new PendingProposal(proposer, true, true, SEEN);
        return new ApprovalContext(
                RequiredApprovals.SECOND_PERSON, InvitationAction.ACCEPT, confirmer, false, proposed, false, false);
    }

    private static Actor actor(String person, String... standsInFor) {
        return new Actor(person, Set.of(standsInFor), Set.of(), false);
    }

    private static RequiredApprovals needs(ResourceType type, @Nullable Permission permission, OwnerCategory owner) {
        return FourEyesRule.needs(EXTERNAL_CONTRIBUTOR, criteria(type, permission, owner));
    }

    private static ApprovalCriteria criteria(ResourceType type, @Nullable Permission permission, OwnerCategory owner) {
        return new ApprovalCriteria(type, permission, ACCOUNT, EnumSet.of(owner));
    }

    private static Set<String> names(Actor actor) {
        return Stream.concat(Stream.of(actor.person()), actor.standsInFor().stream())
                .collect(Collectors.toSet());
    }

    private static ApprovalContext choosing(ApprovalContext approval, @Nullable InvitationAction invitationAction) {
        return new ApprovalContext(
                approval.needs(),
                invitationAction,
                approval.decider(),
                approval.leads(),
                approval.proposed(),
                approval.breakGlass(),
                approval.leaving());
    }

    private static DecisionFacts with(DecisionFacts facts, ApprovalContext approval) {
        return new DecisionFacts(
                facts.invitation(),
                facts.decider(),
                facts.connected(),
                facts.reviewer(),
                facts.unclearSince(),
                facts.shown(),
                approval);
    }

    @Provide
    Arbitrary<DecisionFacts> facts() {
        Arbitrary<Boolean> mostly =
                Arbitraries.frequency(net.jqwik.api.Tuple.of(4, true), net.jqwik.api.Tuple.of(1, false));
        return Combinators.combine(approval(), mostly, mostly, mostly, mostly)
                .as((approval, decider, connected, decides, pending) -> {
                    Invitation invitation = new Invitation(
                            workload(1, "w"),
                            RETAIL,
                            pending ? InvitationState.PENDING : InvitationState.GONE,
                            T0.minusSeconds(600),
                            null,
                            T0,
                            null,
                            false,
                            false,
                            null,
                            null);
                    ReviewerContext context = new ReviewerContext(
                            approval.decider().person(),
                            true,
                            decides,
                            approval.leads(),
                            List.of(),
                            null,
                            null,
                            Set.of());
                    return new DecisionFacts(invitation, decider, connected, context, null, SEEN, approval);
                });
    }

    private static Arbitrary<ApprovalContext> approval() {
        Arbitrary<PendingProposal> proposed = Combinators.combine(
                        actor(),
                        Arbitraries.of(true, true, true, false),
                        Arbitraries.of(true, true, true, false),
                        Arbitraries.of(SEEN, SEEN, SEEN, OTHER))
                .as(PendingProposal::new);
        return Combinators.combine(
                        Arbitraries.of(RequiredApprovals.class),
                        Arbitraries.of(InvitationAction.class).injectNull(0.2),
                        actor(),
                        Arbitraries.of(true, false),
                        proposed.injectNull(0.3),
                        Arbitraries.of(false, false, false, true))
                .as((needs, action, decider, leads, proposal, breakGlass) ->
                        new ApprovalContext(needs, action, decider, leads, proposal, breakGlass, false));
    }

    private static Arbitrary<Actor> actor() {
        Arbitrary<String> names = Arbitraries.of("ann", "ben", "lea");
        return Combinators.combine(
                        names,
                        names.set().ofMaxSize(2),
                        names.set().ofMaxSize(1),
                        Arbitraries.of(false, false, false, false, true))
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
    Arbitrary<ApprovalCriteria> criteria() {
        return Combinators.combine(
                        Arbitraries.of(ResourceType.KNOWN),
                        Arbitraries.of(Permission.KNOWN).injectNull(0.3),
                        Arbitraries.of(ACCOUNT),
                        Arbitraries.of(OwnerCategory.class).set().ofMinSize(1).ofMaxSize(2))
                .as(ApprovalCriteria::new);
    }
}
