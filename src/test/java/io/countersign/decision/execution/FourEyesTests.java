package io.countersign.decision.execution;

import static io.countersign.decision.execution.DecisionFixture.holding;
import static io.countersign.invitation.Listings.id;
import static io.countersign.invitation.Listings.workload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.TestDatabase;
import io.countersign.connection.InvitationAction;
import io.countersign.connection.ListedInvitation;
import io.countersign.connection.Permission;
import io.countersign.decision.ApprovalRecord;
import io.countersign.decision.BreakGlassUsed;
import io.countersign.decision.DecideCommand;
import io.countersign.decision.Decision;
import io.countersign.decision.DecisionIntended;
import io.countersign.decision.DecisionResult;
import io.countersign.decision.DecisionSettled;
import io.countersign.decision.DecisionState;
import io.countersign.decision.Proposal;
import io.countersign.decision.ProposalChanged;
import io.countersign.decision.ProposalState;
import io.countersign.decision.Reason;
import io.countersign.decision.eligibility.ApprovalRuleProperties;
import io.countersign.decision.eligibility.EligibilityChecker;
import io.countersign.decision.eligibility.SkippedApprovers;
import io.countersign.decision.persistence.ProposalRepository;
import io.countersign.decision.proposal.ProposalService;
import io.countersign.identity.Person;
import io.countersign.identity.Role;
import io.countersign.invitation.InvitationFingerprint;
import io.countersign.invitation.InvitationState;
import io.countersign.policy.Verdict;
import io.countersign.team.Claim;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A contributor share of a stranger takes two people, or an admin who says so. */
class FourEyesTests {

    private static final ListedInvitation WRITES = workload(1, "ledger", Permission.CONTRIBUTOR);
    private static final ListedInvitation READS = workload(1, "ledger", Permission.READONLY);
    private static final Reason BECAUSE = new Reason("I looked at it as well");
    private static final Reason EMERGENCY =
            new Reason("The region is on fire and nobody of the team can be reached by any means.");

    private DataSource dataSource;
    private DecisionFixture desk;

    @BeforeEach
    void open() {
        dataSource = TestDatabase.migrated();
        start(Duration.ZERO, new ApprovalRuleProperties(null));
    }

    private void start(Duration hold, ApprovalRuleProperties rules) {
        if (desk != null) {
            desk.close();
        }
        desk = DecisionFixture.on(dataSource, holding(hold), rules);
        desk.inside = false;
        desk.join("admin", Role.ADMIN);
        desk.lists(WRITES);
        desk.see(WRITES);
        desk.events.clear();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void oneProposesAndNothingIsSentUntilAnotherConfirms() {
        Proposal proposal = proposed("reviewer");
        assertThat(desk.aws.updated()).isEmpty();
        assertThat(desk.invitation().state()).isEqualTo(InvitationState.PENDING);
        assertThat(desk.events).hasExactlyElementsOfTypes(ProposalChanged.class);

        Decision decision = desk.made(confirm(proposal, "colleague"));

        assertThat(decision.state()).isEqualTo(DecisionState.CONFIRMED);
        assertThat(decision.person()).isEqualTo("colleague");
        assertThat(decision.reason()).isEqualTo(BECAUSE.text());
        assertThat(decision.approval()).isEqualTo(new ApprovalRecord(null, proposal.id(), "reviewer", false));
        assertThat(desk.aws.updated()).hasSize(1);
        assertThat(find(proposal).state()).isEqualTo(ProposalState.CONFIRMED);
        assertThat(desk.events)
                .hasExactlyElementsOfTypes(
                        ProposalChanged.class, ProposalChanged.class, DecisionIntended.class, DecisionSettled.class);
    }

    @Test
    void theVerdictIsThereBeforeAnybodyTries() {
        DecideCommand wish = new DecideCommand(
                id(1), InvitationAction.ACCEPT, BECAUSE, "reviewer", InvitationFingerprint.of(WRITES), 1L);
        assertThat(desk.bean(EligibilityChecker.class).check(desk.invitation(), wish))
                .isEqualTo(Verdict.SECOND_PERSON);
        assertThat(desk.refused(desk.bean(DecisionService.class).decide(wish)).why())
                .isEqualTo(Verdict.SECOND_PERSON);
        assertThat(desk.aws.updated()).isEmpty();
    }

    @Test
    void whoProposedCannotConfirm() {
        Proposal proposal = proposed("reviewer");

        assertThat(desk.refused(confirm(proposal, "reviewer")).why()).isEqualTo(Verdict.OWN_PROPOSAL);
        assertThat(desk.refused(decide("reviewer", InvitationAction.ACCEPT)).why())
                .isEqualTo(Verdict.PROPOSED);
        assertThat(desk.aws.updated()).isEmpty();
        assertThat(find(proposal).state()).isEqualTo(ProposalState.OPEN);
    }

    @Test
    void noLeadTalksAStrangerIntoTheHouseByTheAddressBook() {
        desk.inside = null;
        JdbcClient.create(dataSource).sql("""
                insert into owner_account (account_id, name, membership, trust, version, changed_at, changed_by)
                values (:owner, 'Friends', 'INSIDE', 'TRUSTED', 1, current_timestamp, 'lead')""").param("owner", WRITES.sharedBy()).update();

        assertThat(decide("lead", InvitationAction.ACCEPT)).isInstanceOf(DecisionResult.Proposed.class);
        assertThat(desk.aws.updated()).isEmpty();
    }

    @Test
    void whoMayNotDecideConfirmsNothing() {
        Proposal proposal = proposed("reviewer");
        desk.people.put("program", new Person("program", Set.of(Role.SERVICE, Role.REVIEWER), true));
        desk.strangers.add("colleague");

        assertThat(desk.refused(confirm(proposal, "auditor")).why()).isEqualTo(Verdict.NOT_A_DECIDER);
        assertThat(desk.refused(confirm(proposal, "admin")).why()).isEqualTo(Verdict.NOT_A_DECIDER);
        assertThat(desk.refused(confirm(proposal, "left")).why()).isEqualTo(Verdict.NOT_A_DECIDER);
        assertThat(desk.refused(confirm(proposal, "colleague")).why()).isEqualTo(Verdict.NOT_YOURS);
        assertThat(desk.refused(confirm(proposal, "program")).why()).isEqualTo(Verdict.MACHINE);
        assertThat(desk.aws.updated()).isEmpty();
    }

    @Test
    void aProgramProposesNothing() {
        desk.people.put("program", new Person("program", Set.of(Role.SERVICE, Role.REVIEWER), true));

        assertThat(desk.refused(decide("program", InvitationAction.ACCEPT)).why())
                .isEqualTo(Verdict.MACHINE);
        assertThat(proposals()).isEmpty();
    }

    @Test
    void withoutAFreshSignInNothingIsStored() {
        Proposal proposal = proposed("reviewer");
        desk.events.clear();
        desk.fresh = false;

        assertThat(desk.refused(confirm(proposal, "lead")).why()).isEqualTo(Verdict.NOT_FRESH);
        assertThat(desk.refused(alone("admin")).why()).isEqualTo(Verdict.NOT_FRESH);
        assertThat(desk.bean(ProposalService.class).withdraw(proposal, "reviewer"))
                .isEqualTo(ProposalService.Ending.DONE);
        assertThat(desk.refused(decide("reviewer", InvitationAction.ACCEPT)).why())
                .isEqualTo(Verdict.NOT_FRESH);
        assertThat(proposals()).hasSize(1);
        assertThat(desk.events).hasExactlyElementsOfTypes(ProposalChanged.class);
    }

    @Test
    void aDenialWins() {
        Proposal proposal = proposed("reviewer");
        assertThat(sendBack(proposal, "reviewer")).isEqualTo(ProposalService.Ending.NOT_PERMITTED);
        assertThat(sendBack(proposal, "auditor")).isEqualTo(ProposalService.Ending.NOT_PERMITTED);

        assertThat(sendBack(proposal, "lead")).isEqualTo(ProposalService.Ending.DONE);

        assertThat(desk.refused(confirm(proposal, "colleague")).why()).isEqualTo(Verdict.PROPOSAL_OVER);
        assertThat(sendBack(proposal, "colleague")).isEqualTo(ProposalService.Ending.TOO_LATE);
        assertThat(find(proposal).state()).isEqualTo(ProposalState.SENT_BACK);
        assertThat(desk.aws.updated()).isEmpty();
    }

    @Test
    void aRejectNeedsNobodyElseAndClosesTheProposal() {
        Proposal proposal = proposed("reviewer");

        assertThat(desk.made(decide("colleague", InvitationAction.REJECT)).state())
                .isEqualTo(DecisionState.CONFIRMED);

        assertThat(find(proposal).state()).isEqualTo(ProposalState.SENT_BACK);
        assertThat(desk.refused(confirm(proposal, "lead")).why()).isEqualTo(Verdict.DECIDED);
        assertThat(desk.aws.updated()).hasSize(1);
    }

    @Test
    void whoProposedTakesItBackAndNobodyElseDoes() {
        Proposal proposal = proposed("reviewer");
        assertThat(desk.bean(ProposalService.class).withdraw(proposal, "lead"))
                .isEqualTo(ProposalService.Ending.NOT_PERMITTED);
        assertThat(desk.bean(ProposalService.class).withdraw(proposal, "reviewer"))
                .isEqualTo(ProposalService.Ending.DONE);
        assertThat(desk.refused(confirm(proposal, "lead")).why()).isEqualTo(Verdict.PROPOSAL_OVER);
    }

    @Test
    void aProposalEndsWhenTheInvitationChanges() {
        Proposal proposal = proposed("reviewer");
        desk.lists(READS);

        assertThat(desk.refused(confirm(proposal, "lead")).why()).isEqualTo(Verdict.CHANGED);

        assertThat(find(proposal).state()).isEqualTo(ProposalState.STALE);
        assertThat(desk.aws.updated()).isEmpty();
    }

    @Test
    void aProposalEndsWhenTheInvitationIsGone() {
        Proposal proposal = proposed("reviewer");
        desk.lists();
        desk.pass(Duration.ofMinutes(1));

        assertThat(desk.refused(confirm(proposal, "lead")).why()).isEqualTo(Verdict.GONE);

        assertThat(find(proposal).state()).isEqualTo(ProposalState.STALE);
    }

    @Test
    void aNewNameAloneIsNoOtherOffer() {
        Proposal proposal = proposed("reviewer");
        ListedInvitation renamed = workload(1, "Ledger of 2026", Permission.CONTRIBUTOR);
        desk.lists(new ListedInvitation(
                WRITES.id(),
                WRITES.type(),
                WRITES.sharedBy(),
                WRITES.sharedWith(),
                WRITES.permission(),
                renamed.resourceName(),
                WRITES.resourceId()));

        assertThat(desk.made(confirm(proposal, "lead")).state()).isEqualTo(DecisionState.CONFIRMED);
    }

    @Test
    void whoeverIsDisabledMeanwhileProposedNothing() {
        Proposal proposal = proposed("reviewer");
        desk.people.put("reviewer", new Person("reviewer", Set.of(Role.REVIEWER), false));

        assertThat(desk.refused(confirm(proposal, "lead")).why()).isEqualTo(Verdict.PROPOSER_GONE);
        assertThat(desk.aws.updated()).isEmpty();
    }

    @Test
    void aClaimOfTheProposerKeepsNobodyFromConfirming() {
        Proposal proposal = proposed("reviewer");
        desk.claim = new Claim("reviewer", "reviewer", desk.now, desk.now.plusSeconds(1800));

        assertThat(desk.made(confirm(proposal, "colleague")).state()).isEqualTo(DecisionState.CONFIRMED);
    }

    @Test
    void atTheEndOfAHoldBothAreAskedAgain() {
        start(Duration.ofSeconds(10), new ApprovalRuleProperties(null));
        Decision held = desk.made(confirm(proposed("reviewer"), "colleague"));
        assertThat(held.state()).isEqualTo(DecisionState.HELD);
        desk.people.put("reviewer", new Person("reviewer", Set.of(Role.REVIEWER), false));

        Decision stopped = desk.work(held);

        assertThat(stopped.state()).isEqualTo(DecisionState.FAILED);
        assertThat(stopped.failure()).isNotNull();
        assertThat(stopped.failure().code()).isEqualTo(Verdict.PROPOSER_GONE.name());
        assertThat(desk.aws.updated()).isEmpty();
    }

    @Test
    void atTheEndOfAHoldWhatTwoDecidedIsSent() {
        start(Duration.ofSeconds(10), new ApprovalRuleProperties(null));
        Decision held = desk.made(confirm(proposed("reviewer"), "colleague"));

        assertThat(desk.work(held).state()).isEqualTo(DecisionState.CONFIRMED);
        assertThat(desk.aws.updated()).hasSize(1);
    }

    @Test
    void whoProposedMayStillStopItWhileItIsHeld() {
        start(Duration.ofSeconds(10), new ApprovalRuleProperties(null));
        Decision held = desk.made(confirm(proposed("reviewer"), "colleague"));

        assertThat(desk.bean(WithdrawalService.class).withdraw(held, "reviewer"))
                .isEqualTo(WithdrawalService.Outcome.DONE);
    }

    @Test
    void anAdminTakesBackWhatTheyDecidedAloneAndNothingElse() {
        start(Duration.ofSeconds(10), new ApprovalRuleProperties(null));
        Decision others = desk.made(confirm(proposed("reviewer"), "colleague"));
        WithdrawalService held = desk.bean(WithdrawalService.class);
        assertThat(held.withdraw(others, "admin")).isEqualTo(WithdrawalService.Outcome.NOT_PERMITTED);
        assertThat(held.withdraw(others, "reviewer")).isEqualTo(WithdrawalService.Outcome.DONE);

        Decision alone = desk.made(alone("admin"));

        assertThat(alone.state()).isEqualTo(DecisionState.HELD);
        assertThat(held.withdraw(alone, "admin")).isEqualTo(WithdrawalService.Outcome.DONE);
    }

    @Test
    void whatOneHeldAloneIsStoppedWhereTheOwnerTurnsOutToBeAStranger() {
        start(Duration.ofSeconds(10), new ApprovalRuleProperties(null));
        desk.inside = true;
        Decision held = desk.made(decide("reviewer", InvitationAction.ACCEPT));
        desk.inside = false;

        Decision stopped = desk.work(held);

        assertThat(stopped.failure()).isNotNull();
        assertThat(stopped.failure().code()).isEqualTo(Verdict.SECOND_PERSON.name());
        assertThat(desk.aws.updated()).isEmpty();
    }

    @Test
    void whereARuleAsksForALeadNobodyElseConfirms() {
        start(Duration.ZERO, new ApprovalRuleProperties(List.of(rule("lead"))));
        Proposal proposal = proposed("lead");
        desk.join("boss", Role.LEAD);

        assertThat(desk.refused(confirm(proposal, "colleague")).why()).isEqualTo(Verdict.LEAD);
        assertThat(desk.refused(confirm(proposal, "lead")).why()).isEqualTo(Verdict.OWN_PROPOSAL);
        assertThat(desk.made(confirm(proposal, "boss")).state()).isEqualTo(DecisionState.CONFIRMED);
    }

    @Test
    void anAdminDecidesAloneAndNamesEverybodyPassedOver() {
        Proposal overtaken = proposed("reviewer");
        desk.strangers.add("colleague");

        Decision decision = desk.made(alone("admin"));

        assertThat(decision.state()).isEqualTo(DecisionState.CONFIRMED);
        assertThat(decision.approval()).isEqualTo(new ApprovalRecord(null, null, null, true));
        assertThat(desk.bean(SkippedApprovers.class).of(decision.id())).containsExactly("lead", "reviewer");
        assertThat(desk.events.stream().filter(BreakGlassUsed.class::isInstance).map(event -> ((BreakGlassUsed) event)
                        .skippedApprovers()))
                .containsExactly(List.of("lead", "reviewer"));
        assertThat(find(overtaken).state()).isEqualTo(ProposalState.STALE);
    }

    @Test
    void onlyAnAdminBreaksTheGlassAndOnlyWhereItTakesTwo() {
        assertThat(desk.refused(alone("lead")).why()).isEqualTo(Verdict.NOT_A_DECIDER);
        desk.inside = true;
        assertThat(desk.refused(alone("admin")).why()).isEqualTo(Verdict.NO_NEED);
        assertThat(desk.aws.updated()).isEmpty();
    }

    @Test
    void whatCannotBeRecordedIsNotProposed() {
        desk.recordFails = true;
        assertThatThrownBy(() -> decide("reviewer", InvitationAction.ACCEPT)).isInstanceOf(IllegalStateException.class);
        assertThat(proposals()).isEmpty();
    }

    @Test
    void theDatabaseItselfKeepsAtMostOneProposalOpen() {
        proposed("reviewer");
        DecideCommand again = new DecideCommand(
                id(1), InvitationAction.ACCEPT, BECAUSE, "colleague", InvitationFingerprint.of(WRITES), null);
        assertThatThrownBy(() -> desk.bean(ProposalRepository.class).add(again, null, desk.now))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> JdbcClient.create(dataSource)
                        .sql("update proposal set state = 'CONFIRMED'")
                        .update())
                .as("an answered one is not open")
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void ofManyWhoProposeConfirmAndDenyAtOnceOneDecides() throws Exception {
        for (String name : List.of("a", "b", "c", "d")) {
            desk.join(name, Role.REVIEWER);
        }
        Proposal proposal = proposed("reviewer");
        List<Callable<Object>> all = new ArrayList<>();
        for (String name : List.of("a", "b", "c", "d", "colleague", "lead")) {
            all.add(() -> confirm(proposal, name));
        }
        all.add(3, () -> sendBack(proposal, "lead"));
        ExecutorService crowd = Executors.newFixedThreadPool(all.size());
        int made = 0;
        try {
            for (Future<Object> done : crowd.invokeAll(all)) {
                made += done.get() instanceof DecisionResult.Made ? 1 : 0;
            }
        } finally {
            crowd.shutdownNow();
        }
        boolean denied = find(proposal).state() == ProposalState.SENT_BACK;
        assertThat(made).isEqualTo(denied ? 0 : 1);
        assertThat(desk.aws.updated()).hasSize(made);
    }

    @Test
    void ofManyWhoProposeAtOnceOneDoes() throws Exception {
        ExecutorService crowd = Executors.newFixedThreadPool(3);
        int made = 0;
        try {
            List<Callable<DecisionResult>> all = new ArrayList<>();
            for (String name : List.of("reviewer", "colleague", "lead")) {
                all.add(() -> decide(name, InvitationAction.ACCEPT));
            }
            for (Future<DecisionResult> done : crowd.invokeAll(all)) {
                made += done.get() instanceof DecisionResult.Proposed ? 1 : 0;
            }
        } finally {
            crowd.shutdownNow();
        }
        assertThat(made).isOne();
        assertThat(proposals()).hasSize(1);
    }

    private static ApprovalRuleProperties.Rule rule(String needs) {
        return new ApprovalRuleProperties.Rule(null, null, null, null, needs);
    }

    private DecisionResult decide(String person, InvitationAction invitationAction) {
        return desk.bean(DecisionService.class)
                .decide(new DecideCommand(
                        id(1),
                        invitationAction,
                        new Reason("Agreed in ticket 4711"),
                        person,
                        InvitationFingerprint.of(WRITES),
                        null));
    }

    private Proposal proposed(String person) {
        assertThat(decide(person, InvitationAction.ACCEPT)).isInstanceOf(DecisionResult.Proposed.class);
        return desk.bean(ProposalRepository.class).openFor(id(1)).orElseThrow();
    }

    private DecisionResult confirm(Proposal proposal, String person) {
        return desk.bean(DecisionService.class)
                .decide(DecideCommand.confirming(proposal, BECAUSE, person, InvitationFingerprint.of(WRITES)));
    }

    private DecisionResult alone(String person) {
        return desk.bean(DecisionService.class)
                .decide(DecideCommand.breakGlass(id(1), EMERGENCY, person, InvitationFingerprint.of(WRITES)));
    }

    private ProposalService.Ending sendBack(Proposal proposal, String person) {
        return desk.bean(ProposalService.class).sendBack(proposal, BECAUSE, person);
    }

    private Proposal find(Proposal proposal) {
        return desk.bean(ProposalRepository.class).find(proposal.id()).orElseThrow();
    }

    private List<Proposal> proposals() {
        return desk.bean(ProposalRepository.class).of(id(1));
    }
}
