package io.countersign.decision.execution;

import static io.countersign.decision.execution.DecisionFixture.holding;
import static io.countersign.invitation.Listings.id;
import static io.countersign.invitation.Listings.workload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.TestDatabase;
import io.countersign.audit.AuditOutcome;
import io.countersign.authority.EffectiveValues;
import io.countersign.authority.ValueChange;
import io.countersign.authority.ValueKind;
import io.countersign.authority.ValueRepository;
import io.countersign.connection.InvitationAction;
import io.countersign.connection.ListedInvitation;
import io.countersign.connection.Permission;
import io.countersign.decision.ApprovalRecord;
import io.countersign.decision.DecideCommand;
import io.countersign.decision.Decision;
import io.countersign.decision.DecisionResult;
import io.countersign.decision.DecisionState;
import io.countersign.decision.Proposal;
import io.countersign.decision.ProposalState;
import io.countersign.decision.Reason;
import io.countersign.decision.eligibility.ApprovalRuleProperties;
import io.countersign.decision.eligibility.ApprovalRules;
import io.countersign.decision.eligibility.EligibilityChecker;
import io.countersign.decision.eligibility.SkippedApprovers;
import io.countersign.decision.persistence.ProposalRepository;
import io.countersign.decision.persistence.ReviewRepository;
import io.countersign.decision.proposal.ProposalService;
import io.countersign.identity.Person;
import io.countersign.identity.Role;
import io.countersign.invitation.InvitationFingerprint;
import io.countersign.invitation.InvitationState;
import io.countersign.invitation.VisibilityScope;
import io.countersign.policy.RequiredApprovals;
import io.countersign.policy.Verdict;
import io.countersign.team.Claim;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tests that a contributor share of an external owner requires a second approval or a break-glass accept. */
class FourEyesTests {

    private static final ListedInvitation WRITES = workload(1, "ledger", Permission.CONTRIBUTOR);
    private static final ListedInvitation READS = workload(1, "ledger", Permission.READONLY);
    private static final Reason REASON = new Reason("I looked at it as well");
    private static final Reason EMERGENCY =
            new Reason("The region is on fire and no member of the team can be reached.");

    private DataSource dataSource;
    private DecisionFixture fixture;

    @BeforeEach
    void open() {
        dataSource = TestDatabase.migrated();
        start(Duration.ZERO, new ApprovalRuleProperties(null));
    }

    private void start(Duration hold, ApprovalRuleProperties rules) {
        if (fixture != null) {
            fixture.close();
        }
        fixture = DecisionFixture.on(dataSource, holding(hold), rules);
        fixture.internal = false;
        fixture.join("admin", Role.ADMIN);
        fixture.lists(WRITES);
        fixture.see(WRITES);
        fixture.auditLog.entries.clear();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void sendsNothingUntilAnotherUserConfirms() {
        Proposal proposal = propose("reviewer");
        assertThat(fixture.aws.updated()).isEmpty();
        assertThat(fixture.invitation().state()).isEqualTo(InvitationState.PENDING);
        assertThat(fixture.auditLog.outcomes()).containsExactly(AuditOutcome.PROPOSED);

        Decision decision = fixture.made(confirm(proposal, "colleague"));

        assertThat(decision.state()).isEqualTo(DecisionState.CONFIRMED);
        assertThat(decision.person()).isEqualTo("colleague");
        assertThat(decision.reason()).isEqualTo(REASON.text());
        assertThat(decision.approval()).isEqualTo(new ApprovalRecord(null, proposal.id(), "reviewer", false, false));
        assertThat(fixture.aws.updated()).hasSize(1);
        assertThat(find(proposal).state()).isEqualTo(ProposalState.CONFIRMED);
        assertThat(fixture.auditLog.outcomes())
                .containsExactly(
                        AuditOutcome.PROPOSED,
                        AuditOutcome.COUNTERSIGNED,
                        AuditOutcome.SENDING,
                        AuditOutcome.CONFIRMED);
    }

    @Test
    void judgesBeforeADecisionIsSubmitted() {
        DecideCommand command = new DecideCommand(
                id(1), InvitationAction.ACCEPT, REASON, "reviewer", InvitationFingerprint.of(WRITES), 1L);
        assertThat(fixture.bean(EligibilityChecker.class).check(fixture.invitation(), command))
                .isEqualTo(Verdict.SECOND_PERSON);
        assertThat(fixture.refused(fixture.bean(DecisionService.class).decide(command))
                        .why())
                .isEqualTo(Verdict.SECOND_PERSON);
        assertThat(fixture.aws.updated()).isEmpty();
    }

    @Test
    void refusesAConfirmationByTheProposer() {
        Proposal proposal = propose("reviewer");

        assertThat(fixture.refused(confirm(proposal, "reviewer")).why()).isEqualTo(Verdict.OWN_PROPOSAL);
        assertThat(fixture.refused(decide("reviewer", InvitationAction.ACCEPT)).why())
                .isEqualTo(Verdict.PROPOSED);
        assertThat(fixture.aws.updated()).isEmpty();
        assertThat(find(proposal).state()).isEqualTo(ProposalState.OPEN);
    }

    @Test
    void requiresASecondApprovalDespiteADirectoryEntry() {
        fixture.internal = null;
        JdbcClient.create(dataSource).sql("""
                insert into owner_account (account_id, name, membership, trust, version, changed_at, changed_by)
                values (:owner, 'Friends', 'INTERNAL', 'TRUSTED', 1, current_timestamp, 'lead')""").param("owner", WRITES.sharedBy()).update();

        assertThat(decide("lead", InvitationAction.ACCEPT)).isInstanceOf(DecisionResult.Proposed.class);
        assertThat(fixture.aws.updated()).isEmpty();
    }

    @Test
    void requiresALeadUntilAnotherUserConfirmsThatTheOwnerIsUnblocked() {
        start(Duration.ZERO, rules("blocked", "lead"));
        change(ValueKind.OWNER, "external, blocked", "external, none");

        assertThat(decide("lead", InvitationAction.ACCEPT)).isInstanceOf(DecisionResult.Proposed.class);

        fixture.bean(EffectiveValues.class).confirm(List.of(changes().get(0)), "colleague");
        assertThat(fixture.bean(ApprovalRules.class).needs(fixture.invitation()))
                .isEqualTo(RequiredApprovals.ONE);
    }

    @Test
    void requiresASecondApprovalForADayAfterAConnectionMakesTheOwnerInternal() {
        fixture.internal = true;
        change(ValueKind.MEMBERSHIP, null, "internal");
        fixture.pass(Duration.ofHours(23));
        assertThat(decide("reviewer", InvitationAction.ACCEPT)).isInstanceOf(DecisionResult.Proposed.class);

        fixture.pass(Duration.ofHours(1));
        assertThat(fixture.bean(ApprovalRules.class).needs(fixture.invitation()))
                .isEqualTo(RequiredApprovals.ONE);
    }

    @Test
    void requiresASecondApprovalUntilAnotherUserConfirmsThatTheOrganizationListsTheOwner() {
        fixture.internal = true;
        change(ValueKind.MEMBERSHIP, null, "internal");
        assertThat(fixture.bean(ApprovalRules.class).needs(fixture.invitation()))
                .isEqualTo(RequiredApprovals.SECOND_PERSON);

        fixture.bean(EffectiveValues.class).confirm(List.of(changes().get(0)), "colleague");

        assertThat(fixture.bean(ApprovalRules.class).needs(fixture.invitation()))
                .isEqualTo(RequiredApprovals.ONE);
    }

    @Test
    void appliesARuleForADayAfterItsRemoval() {
        start(Duration.ZERO, new ApprovalRuleProperties(List.of()));
        assertThat(fixture.bean(ApprovalRules.class).needs(fixture.invitation()))
                .isEqualTo(RequiredApprovals.ONE);
        fixture.bean(EffectiveValues.class)
                .change(ValueKind.RULE, "4711", "owner: EXTERNAL, UNKNOWN; needs: second-approval", null, null);

        assertThat(decide("reviewer", InvitationAction.ACCEPT)).isInstanceOf(DecisionResult.Proposed.class);
        fixture.pass(Duration.ofDays(1));
        assertThat(fixture.bean(ApprovalRules.class).needs(fixture.invitation()))
                .isEqualTo(RequiredApprovals.ONE);
    }

    @Test
    void holdsADecisionForTheLongerTimeUntilAShorterHoldIsADayOld() {
        fixture.internal = true;
        fixture.bean(EffectiveValues.class).change(ValueKind.HOLD, "type.WORKLOAD", "PT1M", "PT0S", null);

        Decision decision = fixture.made(decide("reviewer", InvitationAction.ACCEPT));

        assertThat(decision.state()).isEqualTo(DecisionState.HELD);
        assertThat(decision.lifecycle().heldUntil()).isEqualTo(fixture.now.plusSeconds(60));
    }

    private static ApprovalRuleProperties rules(String owner, String needs) {
        return new ApprovalRuleProperties(
                List.of(new ApprovalRuleProperties.Rule(null, null, List.of(owner), null, needs)));
    }

    private void change(ValueKind kind, @Nullable String before, @Nullable String after) {
        fixture.bean(EffectiveValues.class).change(kind, String.valueOf(WRITES.sharedBy()), before, after, "lead");
    }

    private List<ValueChange> changes() {
        return fixture.bean(ValueRepository.class).latest(Instant.EPOCH, 10);
    }

    @Test
    void refusesAConfirmationByAUserWhoMayNotDecide() {
        Proposal proposal = propose("reviewer");
        fixture.people.put("program", new Person("program", Set.of(Role.SERVICE, Role.REVIEWER), true));
        fixture.otherTeams.add("colleague");

        assertThat(fixture.refused(confirm(proposal, "auditor")).why()).isEqualTo(Verdict.NOT_A_DECIDER);
        assertThat(fixture.refused(confirm(proposal, "admin")).why()).isEqualTo(Verdict.NOT_A_DECIDER);
        assertThat(fixture.refused(confirm(proposal, "left")).why()).isEqualTo(Verdict.NOT_A_DECIDER);
        assertThat(fixture.refused(confirm(proposal, "colleague")).why()).isEqualTo(Verdict.NOT_YOURS);
        assertThat(fixture.refused(confirm(proposal, "program")).why()).isEqualTo(Verdict.MACHINE);
        assertThat(fixture.aws.updated()).isEmpty();
    }

    @Test
    void refusesAProposalByAServiceAccount() {
        fixture.people.put("program", new Person("program", Set.of(Role.SERVICE, Role.REVIEWER), true));

        assertThat(fixture.refused(decide("program", InvitationAction.ACCEPT)).why())
                .isEqualTo(Verdict.MACHINE);
        assertThat(proposals()).isEmpty();
    }

    @Test
    void storesNothingWithoutAReauthentication() {
        Proposal proposal = propose("reviewer");
        fixture.auditLog.entries.clear();
        fixture.fresh = false;

        assertThat(fixture.refused(confirm(proposal, "lead")).why()).isEqualTo(Verdict.NOT_FRESH);
        assertThat(fixture.refused(breakGlass("admin")).why()).isEqualTo(Verdict.NOT_FRESH);
        assertThat(fixture.bean(ProposalService.class).withdraw(proposal, "reviewer"))
                .isEqualTo(ProposalService.Ending.DONE);
        assertThat(fixture.refused(decide("reviewer", InvitationAction.ACCEPT)).why())
                .isEqualTo(Verdict.NOT_FRESH);
        assertThat(proposals()).hasSize(1);
        assertThat(fixture.auditLog.outcomes()).containsExactly(AuditOutcome.WITHDRAWN);
    }

    @Test
    void refusesAConfirmationAfterADenial() {
        Proposal proposal = propose("reviewer");
        assertThat(sendBack(proposal, "reviewer")).isEqualTo(ProposalService.Ending.NOT_PERMITTED);
        assertThat(sendBack(proposal, "auditor")).isEqualTo(ProposalService.Ending.NOT_PERMITTED);

        assertThat(sendBack(proposal, "lead")).isEqualTo(ProposalService.Ending.DONE);

        assertThat(fixture.refused(confirm(proposal, "colleague")).why()).isEqualTo(Verdict.PROPOSAL_OVER);
        assertThat(sendBack(proposal, "colleague")).isEqualTo(ProposalService.Ending.TOO_LATE);
        assertThat(find(proposal).state()).isEqualTo(ProposalState.SENT_BACK);
        assertThat(fixture.aws.updated()).isEmpty();
    }

    @Test
    void closesTheProposalWithARejectOfOneUser() {
        Proposal proposal = propose("reviewer");

        assertThat(fixture.made(decide("colleague", InvitationAction.REJECT)).state())
                .isEqualTo(DecisionState.CONFIRMED);

        assertThat(find(proposal).state()).isEqualTo(ProposalState.SENT_BACK);
        assertThat(fixture.refused(confirm(proposal, "lead")).why()).isEqualTo(Verdict.DECIDED);
        assertThat(fixture.aws.updated()).hasSize(1);
    }

    @Test
    void allowsOnlyTheProposerToWithdraw() {
        Proposal proposal = propose("reviewer");
        assertThat(fixture.bean(ProposalService.class).withdraw(proposal, "lead"))
                .isEqualTo(ProposalService.Ending.NOT_PERMITTED);
        assertThat(fixture.bean(ProposalService.class).withdraw(proposal, "reviewer"))
                .isEqualTo(ProposalService.Ending.DONE);
        assertThat(fixture.refused(confirm(proposal, "lead")).why()).isEqualTo(Verdict.PROPOSAL_OVER);
    }

    @Test
    void endsTheProposalIfTheInvitationChanges() {
        Proposal proposal = propose("reviewer");
        fixture.lists(READS);

        assertThat(fixture.refused(confirm(proposal, "lead")).why()).isEqualTo(Verdict.CHANGED);

        assertThat(find(proposal).state()).isEqualTo(ProposalState.STALE);
        assertThat(fixture.aws.updated()).isEmpty();
    }

    @Test
    void endsTheProposalIfTheInvitationIsGone() {
        Proposal proposal = propose("reviewer");
        fixture.lists();
        fixture.pass(Duration.ofMinutes(1));

        assertThat(fixture.refused(confirm(proposal, "lead")).why()).isEqualTo(Verdict.GONE);

        assertThat(find(proposal).state()).isEqualTo(ProposalState.STALE);
    }

    @Test
    void keepsTheProposalAfterANewName() {
        Proposal proposal = propose("reviewer");
        ListedInvitation renamed = workload(1, "Ledger of 2026", Permission.CONTRIBUTOR);
        fixture.lists(new ListedInvitation(
                WRITES.id(),
                WRITES.type(),
                WRITES.sharedBy(),
                WRITES.sharedWith(),
                WRITES.permission(),
                renamed.resourceName(),
                WRITES.resourceId()));

        assertThat(fixture.made(confirm(proposal, "lead")).state()).isEqualTo(DecisionState.CONFIRMED);
    }

    @Test
    void refusesTheProposalOfADisabledUser() {
        Proposal proposal = propose("reviewer");
        fixture.people.put("reviewer", new Person("reviewer", Set.of(Role.REVIEWER), false));

        assertThat(fixture.refused(confirm(proposal, "lead")).why()).isEqualTo(Verdict.PROPOSER_GONE);
        assertThat(fixture.aws.updated()).isEmpty();
    }

    @Test
    void allowsAConfirmationDespiteTheClaimOfTheProposer() {
        Proposal proposal = propose("reviewer");
        fixture.claim = new Claim("reviewer", "reviewer", fixture.now, fixture.now.plusSeconds(1800));

        assertThat(fixture.made(confirm(proposal, "colleague")).state()).isEqualTo(DecisionState.CONFIRMED);
    }

    @Test
    void checksBothUsersAgainAtTheEndOfAHold() {
        start(Duration.ofSeconds(10), new ApprovalRuleProperties(null));
        Decision held = fixture.made(confirm(propose("reviewer"), "colleague"));
        assertThat(held.state()).isEqualTo(DecisionState.HELD);
        fixture.people.put("reviewer", new Person("reviewer", Set.of(Role.REVIEWER), false));

        Decision stopped = fixture.work(held);

        assertThat(stopped.state()).isEqualTo(DecisionState.FAILED);
        assertThat(stopped.failure()).isNotNull();
        assertThat(stopped.failure().code()).isEqualTo(Verdict.PROPOSER_GONE.name());
        assertThat(fixture.aws.updated()).isEmpty();
    }

    @Test
    void sendsAConfirmedProposalAtTheEndOfAHold() {
        start(Duration.ofSeconds(10), new ApprovalRuleProperties(null));
        Decision held = fixture.made(confirm(propose("reviewer"), "colleague"));

        assertThat(fixture.work(held).state()).isEqualTo(DecisionState.CONFIRMED);
        assertThat(fixture.aws.updated()).hasSize(1);
    }

    @Test
    void allowsTheProposerToWithdrawTheHeldDecision() {
        start(Duration.ofSeconds(10), new ApprovalRuleProperties(null));
        Decision held = fixture.made(confirm(propose("reviewer"), "colleague"));

        assertThat(fixture.bean(WithdrawalService.class).withdraw(held, "reviewer"))
                .isEqualTo(WithdrawalService.Outcome.DONE);
    }

    @Test
    void allowsAnAdminToWithdrawHeldDecisions() {
        start(Duration.ofSeconds(10), new ApprovalRuleProperties(null));
        Decision others = fixture.made(confirm(propose("reviewer"), "colleague"));
        WithdrawalService held = fixture.bean(WithdrawalService.class);
        assertThat(held.withdraw(others, "admin")).isEqualTo(WithdrawalService.Outcome.DONE);

        Decision alone = fixture.made(breakGlass("admin"));

        assertThat(alone.state()).isEqualTo(DecisionState.HELD);
        assertThat(held.withdraw(alone, "admin")).isEqualTo(WithdrawalService.Outcome.DONE);
    }

    @Test
    void stopsAHeldDecisionIfTheOwnerBecomesExternal() {
        start(Duration.ofSeconds(10), new ApprovalRuleProperties(null));
        fixture.internal = true;
        Decision held = fixture.made(decide("reviewer", InvitationAction.ACCEPT));
        fixture.internal = false;

        Decision stopped = fixture.work(held);

        assertThat(stopped.failure()).isNotNull();
        assertThat(stopped.failure().code()).isEqualTo(Verdict.SECOND_PERSON.name());
        assertThat(fixture.aws.updated()).isEmpty();
    }

    @Test
    void requiresALeadIfTheRuleSaysSo() {
        start(Duration.ZERO, new ApprovalRuleProperties(List.of(rule("lead"))));
        Proposal proposal = propose("lead");
        fixture.join("boss", Role.LEAD);

        assertThat(fixture.refused(confirm(proposal, "colleague")).why()).isEqualTo(Verdict.LEAD);
        assertThat(fixture.refused(confirm(proposal, "lead")).why()).isEqualTo(Verdict.OWN_PROPOSAL);
        assertThat(fixture.made(confirm(proposal, "boss")).state()).isEqualTo(DecisionState.CONFIRMED);
    }

    @Test
    void namesEveryUserWhoCouldConfirmAsSkippedByABreakGlassAccept() {
        fixture.otherTeams.add("colleague");

        Decision decision = fixture.made(breakGlass("admin"));

        assertThat(fixture.bean(SkippedApprovers.class).of(decision.id())).containsExactly("lead", "reviewer");
        assertThat(fixture.auditLog.messages()).contains("bypassed: lead, reviewer");
    }

    @Test
    void offersTheLastReasonOnlyToItsUserAndOnlyWhereTheUserMayStillReadIt() {
        ReviewRepository reviews = fixture.bean(ReviewRepository.class);
        assertThat(reviews.lastReason("reviewer", VisibilityScope.EVERYTHING)).isEmpty();
        propose("reviewer");
        assertThat(reviews.lastReason("reviewer", VisibilityScope.EVERYTHING)).isPresent();
        assertThat(reviews.lastReason("reviewer", VisibilityScope.NOTHING)).isEmpty();
        assertThat(reviews.lastReason("lead", VisibilityScope.EVERYTHING)).isEmpty();
        fixture.made(breakGlass("admin"));
        assertThat(reviews.lastReason("admin", VisibilityScope.EVERYTHING)).contains(EMERGENCY.text());
    }

    @Test
    void neverNamesTheProposerAsSkippedByABreakGlassAccept() {
        Proposal overtaken = propose("reviewer");

        Decision decision = fixture.made(breakGlass("admin"));

        assertThat(decision.state()).isEqualTo(DecisionState.CONFIRMED);
        assertThat(decision.approval()).isEqualTo(new ApprovalRecord(null, null, null, true, false));
        assertThat(fixture.bean(SkippedApprovers.class).of(decision.id())).containsExactly("colleague", "lead");
        assertThat(fixture.auditLog.messages()).contains("bypassed: colleague, lead");
        assertThat(find(overtaken).state()).isEqualTo(ProposalState.STALE);
    }

    @Test
    void allowsBreakGlassOnlyToAdminsAndOnlyIfRequired() {
        assertThat(fixture.refused(breakGlass("lead")).why()).isEqualTo(Verdict.NOT_A_DECIDER);
        fixture.internal = true;
        assertThat(fixture.refused(breakGlass("admin")).why()).isEqualTo(Verdict.NO_NEED);
        assertThat(fixture.aws.updated()).isEmpty();
    }

    @Test
    void storesNoProposalIfTheAuditEntryCannotBeWritten() {
        fixture.auditLog.failing = true;
        assertThatThrownBy(() -> decide("reviewer", InvitationAction.ACCEPT)).isInstanceOf(IllegalStateException.class);
        assertThat(proposals()).isEmpty();
    }

    @Test
    void allowsOneOpenProposalInTheDatabase() {
        propose("reviewer");
        DecideCommand again = new DecideCommand(
                id(1), InvitationAction.ACCEPT, REASON, "colleague", InvitationFingerprint.of(WRITES), null);
        assertThatThrownBy(() -> fixture.bean(ProposalRepository.class).add(again, null, false, fixture.now))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> JdbcClient.create(dataSource)
                        .sql("update proposal set state = 'CONFIRMED'")
                        .update())
                .as("an answered proposal is not open")
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void countsOneOfManyConcurrentAnswers() throws Exception {
        for (String name : List.of("a", "b", "c", "d")) {
            fixture.join(name, Role.REVIEWER);
        }
        Proposal proposal = propose("reviewer");
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
        assertThat(fixture.aws.updated()).hasSize(made);
    }

    @Test
    void storesOneOfManyConcurrentProposals() throws Exception {
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
        return fixture.bean(DecisionService.class)
                .decide(new DecideCommand(
                        id(1),
                        invitationAction,
                        new Reason("Agreed in ticket 4711"),
                        person,
                        InvitationFingerprint.of(WRITES),
                        null));
    }

    private Proposal propose(String person) {
        assertThat(decide(person, InvitationAction.ACCEPT)).isInstanceOf(DecisionResult.Proposed.class);
        return fixture.bean(ProposalRepository.class).openFor(id(1)).orElseThrow();
    }

    private DecisionResult confirm(Proposal proposal, String person) {
        return fixture.bean(DecisionService.class)
                .decide(DecideCommand.confirming(proposal, REASON, person, InvitationFingerprint.of(WRITES)));
    }

    private DecisionResult breakGlass(String person) {
        return fixture.bean(DecisionService.class)
                .decide(DecideCommand.breakGlass(id(1), EMERGENCY, person, InvitationFingerprint.of(WRITES)));
    }

    private ProposalService.Ending sendBack(Proposal proposal, String person) {
        return fixture.bean(ProposalService.class).sendBack(proposal, REASON, person);
    }

    private Proposal find(Proposal proposal) {
        return fixture.bean(ProposalRepository.class).find(proposal.id()).orElseThrow();
    }

    private List<Proposal> proposals() {
        return fixture.bean(ProposalRepository.class).of(id(1));
    }
}
