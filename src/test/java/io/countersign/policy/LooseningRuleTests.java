package io.countersign.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.authority.ValueChange;
import io.countersign.authority.ValueKind;
import io.countersign.connection.AccountId;
import io.countersign.connection.InvitationAction;
import io.countersign.connection.KnownMembership;
import io.countersign.connection.Permission;
import io.countersign.connection.ResourceType;
import io.countersign.invitation.InvitationFingerprint;
import io.countersign.invitation.Listings;
import io.countersign.owner.OrganizationMembership;
import io.countersign.owner.OwnerStanding;
import io.countersign.owner.OwnerTrust;
import io.countersign.policy.LooseningRule.Confirmation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Tests that no user alone gets around a required second approval by changing what decides it. */
class LooseningRuleTests {

    private static final String OWNER = "555566667777";
    private static final Duration DELAY = Duration.ofHours(24);
    private static final Instant T0 = Instant.parse("2026-11-20T14:00:00Z");
    private static final InvitationFingerprint SEEN = InvitationFingerprint.of(Listings.workload(1, "w"));

    private static final List<ApprovalRule> RULES = List.of(
            rule(Set.of(OwnerCategory.EXTERNAL, OwnerCategory.UNKNOWN), RequiredApprovals.SECOND_PERSON),
            rule(Set.of(OwnerCategory.BLOCKED), RequiredApprovals.LEAD));

    /** An action of the one user, or the passing of time. */
    enum Step {
        BLOCK,
        TRUST,
        MARK_EXTERNAL,
        MARK_INTERNAL,
        CLEAR,
        CONNECT,
        READ_CONNECTION,
        DISCONNECT,
        CONFIRM,
        DELEGATE,
        PROPOSE,
        WAIT
    }

    /**
     * If one user alone can accept, then no second approval was required at any time within the delay before, by the
     * facts of that time alone.
     */
    @Property(tries = 3000)
    void requiresASecondUserForTheWholeDelayAfterAnySequenceOfActions(@ForAll("steps") List<Step> steps) {
        Desk desk = new Desk();
        for (Step step : steps) {
            desk.take(step);
            if (desk.acceptsAlone()) {
                assertThat(desk.neededTwoWithinTheDelay()).as("%s", steps).isFalse();
            }
        }
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Arbitraries.of(Step.class).list().ofMinSize(1).ofMaxSize(30);
    }

    /** The state that one user with all roles can change, judged by the rules of the application. */
    private static final class Desk {

        private Instant now = T0;
        private OwnerStanding directory = OwnerStanding.UNKNOWN;
        private boolean connected;
        private boolean read;
        private boolean delegated;
        private @Nullable PendingProposal proposal;
        private final List<ValueChange> changes = new ArrayList<>();
        private final List<Instant> strict = new ArrayList<>(List.of(T0));

        void take(Step step) {
            switch (step) {
                case BLOCK -> edit(new OwnerStanding(directory.membership(), OwnerTrust.BLOCKED));
                case TRUST -> edit(new OwnerStanding(directory.membership(), OwnerTrust.TRUSTED));
                case MARK_EXTERNAL -> edit(new OwnerStanding(OrganizationMembership.EXTERNAL, directory.trust()));
                case MARK_INTERNAL -> edit(new OwnerStanding(OrganizationMembership.INTERNAL, directory.trust()));
                case CLEAR -> edit(OwnerStanding.UNKNOWN);
                case CONNECT -> connect(true, false);
                case READ_CONNECTION -> connect(connected, connected);
                case DISCONNECT -> connect(false, false);
                case CONFIRM -> changes.replaceAll(this::confirmed);
                case DELEGATE -> delegated = !delegated;
                case PROPOSE -> proposal = new PendingProposal(user(), true, true, SEEN);
                case WAIT -> pass(Duration.ofHours(7));
            }
            if (live().two()) {
                strict.add(now);
            }
        }

        private void edit(OwnerStanding after) {
            add(ValueKind.OWNER, directory.text(), after.text());
            directory = after;
        }

        private void connect(boolean connected, boolean read) {
            add(ValueKind.MEMBERSHIP, membership(this.read), membership(read));
            this.connected = connected;
            this.read = read;
        }

        private static @Nullable String membership(boolean read) {
            return read ? KnownMembership.INTERNAL.text() : null;
        }

        private void add(ValueKind kind, @Nullable String before, @Nullable String after) {
            changes.add(new ValueChange(changes.size(), kind, OWNER, before, after, now, "ann", null, null));
        }

        private ValueChange confirmed(ValueChange change) {
            boolean allowed = LooseningRule.judge(true, new Actor("ann", Set.of(), Set.of(), false), user())
                    == Confirmation.ALLOWED;
            return allowed
                    ? new ValueChange(
                            change.id(),
                            change.kind(),
                            change.subject(),
                            change.before(),
                            change.after(),
                            change.at(),
                            change.by(),
                            null,
                            "ann")
                    : change;
        }

        /** The facts hold until the next step. */
        private void pass(Duration time) {
            now = now.plus(time);
        }

        private Actor user() {
            return new Actor("ann", delegated ? Set.of("ben") : Set.of(), Set.of(), false);
        }

        boolean acceptsAlone() {
            RequiredApprovals needs = needs(LooseningRule.counting(changes, DELAY, now));
            return accepts(needs, null) || proposal != null && accepts(needs, proposal);
        }

        private boolean accepts(RequiredApprovals needs, @Nullable PendingProposal confirmed) {
            return FourEyesRule.judge(
                            new ApprovalContext(needs, InvitationAction.ACCEPT, user(), true, confirmed, false, false),
                            SEEN)
                    .allowed();
        }

        boolean neededTwoWithinTheDelay() {
            return live().two() || strict.stream().anyMatch(at -> at.isAfter(now.minus(DELAY)));
        }

        private RequiredApprovals live() {
            return needs(List.of());
        }

        private RequiredApprovals needs(List<ValueChange> counting) {
            Optional<KnownMembership> membership = read ? Optional.of(KnownMembership.INTERNAL) : Optional.empty();
            return FourEyesRule.needs(
                    RULES,
                    criteria(OwnerFacts.of(OWNER, membership, directory, counting)
                            .categories()));
        }
    }

    @Test
    void letsAReplacedValueCountUntilTheDelayOrAConfirmation() {
        ValueChange unblocked = change(1, ValueKind.OWNER, OWNER, "unknown, blocked", "unknown, none", T0);
        assertThat(LooseningRule.counting(
                        List.of(unblocked), DELAY, T0.plus(DELAY).minusMillis(1)))
                .containsExactly(unblocked);
        assertThat(LooseningRule.counting(List.of(unblocked), DELAY, T0.plus(DELAY)))
                .isEmpty();
        ValueChange confirmed =
                new ValueChange(1, ValueKind.OWNER, OWNER, "unknown, blocked", "unknown, none", T0, "ann", null, "ben");
        assertThat(LooseningRule.counting(List.of(confirmed), DELAY, T0)).isEmpty();
    }

    @Test
    void appliesAShorterDelayOnlyAfterTheLongerOne() {
        ValueChange shorter = change(1, ValueKind.SETTING, LooseningRule.DELAY, "PT24H", "PT0S", T0);
        ValueChange unblocked = change(2, ValueKind.OWNER, OWNER, "unknown, blocked", "unknown, none", T0);
        assertThat(LooseningRule.counting(List.of(shorter, unblocked), Duration.ZERO, T0.plus(Duration.ofHours(23))))
                .contains(unblocked);
        assertThat(LooseningRule.counting(List.of(shorter, unblocked), Duration.ZERO, T0.plus(DELAY)))
                .isEmpty();
    }

    @Test
    void returnsWhenAChangeAppliesWithoutAConfirmation() {
        ValueChange shorter = change(1, ValueKind.SETTING, LooseningRule.DELAY, "PT24H", "PT1H", T0);
        ValueChange earlier = change(2, ValueKind.OWNER, OWNER, "unknown, blocked", null, T0.minusSeconds(60));
        ValueChange later = change(3, ValueKind.OWNER, OWNER, "unknown, blocked", null, T0.plus(DELAY));
        List<ValueChange> changes = List.of(shorter, earlier, later);
        Duration configured = Duration.ofHours(1);
        assertThat(LooseningRule.until(shorter, changes, configured)).isEqualTo(T0.plus(DELAY));
        assertThat(LooseningRule.until(earlier, changes, configured))
                .isEqualTo(T0.plus(DELAY).minusSeconds(60));
        assertThat(LooseningRule.until(later, changes, configured)).isEqualTo(T0.plus(Duration.ofHours(25)));
        assertThat(LooseningRule.until(T0.plusSeconds(60), changes, configured)).isEqualTo(T0.plus(DELAY));
    }

    @Test
    void keepsTheStricterFactsAndAppliesTighteningAtOnce() {
        ValueChange unblocked = change(1, ValueKind.OWNER, OWNER, "unknown, blocked", "unknown, none", T0);
        ValueChange connected = change(2, ValueKind.MEMBERSHIP, OWNER, null, "internal", T0);
        assertThat(OwnerFacts.of(
                                OWNER,
                                Optional.of(KnownMembership.INTERNAL),
                                OwnerStanding.UNKNOWN,
                                List.of(unblocked, connected))
                        .categories())
                .containsExactlyInAnyOrder(OwnerCategory.INTERNAL, OwnerCategory.UNKNOWN, OwnerCategory.BLOCKED);
        OwnerStanding blocked = new OwnerStanding(OrganizationMembership.UNKNOWN, OwnerTrust.BLOCKED);
        ValueChange tightened = change(3, ValueKind.OWNER, OWNER, "unknown, none", "unknown, blocked", T0);
        assertThat(OwnerFacts.of(OWNER, Optional.empty(), blocked, List.of(tightened))
                        .categories())
                .containsExactlyInAnyOrder(OwnerCategory.UNKNOWN, OwnerCategory.BLOCKED);
    }

    @Test
    void treatsAnUnreadableStandingAsTheStrictest() {
        assertThat(OwnerStanding.parse(Optional.of("friends")))
                .isEqualTo(new OwnerStanding(OrganizationMembership.EXTERNAL, OwnerTrust.BLOCKED));
        OwnerStanding trusted = new OwnerStanding(OrganizationMembership.INTERNAL, OwnerTrust.TRUSTED);
        assertThat(OwnerStanding.parse(Optional.of(trusted.text()))).isEqualTo(trusted);
    }

    @Test
    void refusesAConfirmationByTheSameUserADelegateOrAServiceAccount() {
        Actor ann = new Actor("ann", Set.of(), Set.of(), false);
        assertThat(LooseningRule.judge(true, ann, ann)).isEqualTo(Confirmation.OWN_CHANGE);
        assertThat(LooseningRule.judge(true, ann, new Actor("ben", Set.of("ann"), Set.of(), false)))
                .isEqualTo(Confirmation.OWN_CHANGE);
        assertThat(LooseningRule.judge(true, ann, new Actor("program", Set.of(), Set.of(), true)))
                .isEqualTo(Confirmation.MACHINE);
        assertThat(LooseningRule.judge(false, ann, new Actor("ben", Set.of(), Set.of(), false)))
                .isEqualTo(Confirmation.OVER);
        assertThat(LooseningRule.judge(true, ann, new Actor("ben", Set.of(), Set.of(), false)))
                .isEqualTo(Confirmation.ALLOWED);
        assertThat(LooseningRule.judge(true, null, ann)).isEqualTo(Confirmation.FIRST_OF_TWO);
    }

    private static ValueChange change(
            long id, ValueKind kind, String subject, @Nullable String before, @Nullable String after, Instant at) {
        return new ValueChange(id, kind, subject, before, after, at, "ann", null, null);
    }

    private static ApprovalRule rule(Set<OwnerCategory> owners, RequiredApprovals needs) {
        return new ApprovalRule(Set.of(), Set.of(), owners, Set.of(), needs);
    }

    private static ApprovalCriteria criteria(Set<OwnerCategory> owner) {
        return new ApprovalCriteria(
                ResourceType.WORKLOAD, Permission.CONTRIBUTOR, new AccountId("111122223333"), owner);
    }
}
