package io.countersign.decision.execution;

import static io.countersign.invitation.Listings.RETAIL;
import static io.countersign.invitation.Listings.id;
import static io.countersign.invitation.Listings.workload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.countersign.TestDatabase;
import io.countersign.audit.AuditLog;
import io.countersign.audit.RecordedAuditLog;
import io.countersign.audit.TestAuditLog;
import io.countersign.authority.EffectiveValues;
import io.countersign.authority.ValueRepository;
import io.countersign.connection.AccountId;
import io.countersign.connection.AwsFailure;
import io.countersign.connection.Connection;
import io.countersign.connection.Connections;
import io.countersign.connection.FakeShareInvitations;
import io.countersign.connection.FakeSharedResources;
import io.countersign.connection.InvitationAction;
import io.countersign.connection.InvitationId;
import io.countersign.connection.KnownAccount;
import io.countersign.connection.KnownAccounts;
import io.countersign.connection.ListedInvitation;
import io.countersign.connection.ResourceType;
import io.countersign.connection.ResourceVisibility;
import io.countersign.connection.api.ListOutcome;
import io.countersign.connection.api.UpdateOutcome;
import io.countersign.connection.api.UpdatedInvitation;
import io.countersign.decision.DecideCommand;
import io.countersign.decision.Decision;
import io.countersign.decision.DecisionResult;
import io.countersign.decision.Reason;
import io.countersign.decision.eligibility.ApprovalContextLoader;
import io.countersign.decision.eligibility.ApprovalRuleProperties;
import io.countersign.decision.eligibility.ApprovalRules;
import io.countersign.decision.eligibility.CountingAsOne;
import io.countersign.decision.eligibility.DecisionFactsLoader;
import io.countersign.decision.eligibility.EligibilityChecker;
import io.countersign.decision.eligibility.HoldProperties;
import io.countersign.decision.eligibility.LooseningChanges;
import io.countersign.decision.eligibility.LooseningProperties;
import io.countersign.decision.eligibility.PossibleApprovers;
import io.countersign.decision.eligibility.SkippedApprovers;
import io.countersign.decision.eligibility.StrictestHolds;
import io.countersign.decision.persistence.DecisionRepository;
import io.countersign.decision.persistence.DecisionTransitionRepository;
import io.countersign.decision.persistence.ProposalRepository;
import io.countersign.decision.persistence.ReviewRepository;
import io.countersign.decision.proposal.ProposalCloser;
import io.countersign.decision.proposal.ProposalService;
import io.countersign.identity.Person;
import io.countersign.identity.PersonName;
import io.countersign.identity.PersonRepository;
import io.countersign.identity.RecentAuthentication;
import io.countersign.identity.Role;
import io.countersign.identity.UserDirectory;
import io.countersign.invitation.GoneCause;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.InvitationFingerprint;
import io.countersign.invitation.InvitationRepository;
import io.countersign.invitation.InvitationVersions;
import io.countersign.invitation.OpenDecisionRepository;
import io.countersign.invitation.RemovalConfidence;
import io.countersign.invitation.RemovalReason;
import io.countersign.invitation.update.InvitationUpdater;
import io.countersign.invitation.update.PollResult;
import io.countersign.invitation.update.TestInvitationUpdater;
import io.countersign.owner.Owners;
import io.countersign.owner.TestOwners;
import io.countersign.sync.removal.FixedRemovalReason;
import io.countersign.sync.removal.RemovalReasonResolver;
import io.countersign.team.Claim;
import io.countersign.team.ReviewerContext;
import io.countersign.team.access.ClaimReleaser;
import io.countersign.team.access.ReviewerAccess;
import io.countersign.team.access.UnrestrictedAccess;
import io.countersign.team.persistence.TestTeams;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs decisions on a real database, with test doubles for AWS, the users, the clock and the audit log. */
final class DecisionFixture implements AutoCloseable, PersonRepository, UserDirectory, RecentAuthentication {

    static final ListedInvitation LEDGER = workload(1, "ledger");

    final FakeShareInvitations aws = new FakeShareInvitations();
    final FakeSharedResources shared = new FakeSharedResources();
    final RecordedAuditLog auditLog = new RecordedAuditLog();
    final Map<String, Person> people = new ConcurrentHashMap<>();
    volatile Instant now = Instant.parse("2026-11-22T14:03:21.600Z");
    /** Why AWS no longer lists an invitation. */
    volatile RemovalReason removal =
            new RemovalReason(GoneCause.UNKNOWN, RemovalConfidence.POSSIBLE, "The reason is not known.");

    volatile boolean otherTeam;
    /** Whether all owners are internal; if not, CONTRIBUTOR requires a second approval. Null if not known. */
    volatile @Nullable Boolean internal = true;

    volatile boolean fresh = true;
    private final ApprovalRuleProperties rules;
    /** The users who belong to other teams. */
    final Set<String> otherTeams = ConcurrentHashMap.newKeySet();

    volatile @Nullable Claim claim;
    volatile @Nullable String inPlaceOf;

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    private DecisionFixture(DataSource database, HoldProperties holds, ApprovalRuleProperties rules) {
        this.rules = rules;
        join("reviewer", Role.REVIEWER);
        join("colleague", Role.REVIEWER);
        join("lead", Role.LEAD);
        join("auditor", Role.AUDITOR);
        join("admin", Role.ADMIN);
        people.put("left", new Person("left", Set.of(Role.LEAD), false));
        context.registerBean("dataSource", DataSource.class, () -> database);
        context.registerBean(DecisionFixture.class, () -> this, definition -> definition.setDestroyMethodName(""));
        context.registerBean(AuditLog.class, () -> auditLog);
        context.registerBean(HoldProperties.class, () -> holds);
        context.register(Wiring.class);
        context.refresh();
    }

    /** Starts with one invitation in the queue, {@link #LEDGER}. */
    static DecisionFixture start() {
        return on(TestDatabase.migrated(), holding(Duration.ZERO));
    }

    static DecisionFixture on(DataSource database, HoldProperties holds) {
        return on(database, holds, new ApprovalRuleProperties(null));
    }

    static DecisionFixture on(DataSource database, HoldProperties holds, ApprovalRuleProperties rules) {
        DecisionFixture fixture = new DecisionFixture(database, holds, rules);
        fixture.lists(LEDGER);
        fixture.see(LEDGER);
        fixture.auditLog.entries.clear();
        fixture.pass(Duration.ofMinutes(3));
        return fixture;
    }

    static HoldProperties holding(Duration single) {
        return new HoldProperties(single, Duration.ZERO, Map.of(), Map.of());
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    void join(String name, Role role) {
        people.put(name, new Person(name, Set.of(role), true));
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    /** Sets the invitations that AWS lists. */
    void lists(ListedInvitation... invitations) {
        aws.lists(RETAIL, ResourceType.WORKLOAD, new ListOutcome.Complete(List.of(invitations)));
    }

    void listFails() {
        aws.lists(
                RETAIL,
                ResourceType.WORKLOAD,
                new ListOutcome.Incomplete(List.of(LEDGER), failure(AwsFailure.Kind.THROTTLED)));
    }

    /** Stores the result of a poll that listed these invitations. */
    void see(ListedInvitation... invitations) {
        bean(InvitationUpdater.class).store(new PollResult(RETAIL, List.of(invitations), Map.of(), now, null));
    }

    void shows(String shareInvitationId) {
        shared.shows(LEDGER.id(), new ResourceVisibility.Visible("GetWorkload", "555566667777", shareInvitationId));
    }

    DecisionResult decide(String person, InvitationAction invitationAction) {
        return decide(person, invitationAction, LEDGER);
    }

    DecisionResult decide(String person, InvitationAction invitationAction, ListedInvitation seen) {
        return bean(DecisionService.class)
                .decide(new DecideCommand(
                        seen.id(),
                        invitationAction,
                        new Reason("Agreed in ticket 4711"),
                        person,
                        InvitationFingerprint.of(seen),
                        null));
    }

    void isAcceptedElsewhere() {
        lists();
        removal = new RemovalReason(
                GoneCause.ACCEPTED_ELSEWHERE, RemovalConfidence.CERTAIN, "GetWorkload shows the resource.");
    }

    /** Rejects with the confirmation that the reject ends an access that exists. */
    DecisionResult leave(String person) {
        return bean(DecisionService.class)
                .decide(new DecideCommand(
                                LEDGER.id(),
                                InvitationAction.REJECT,
                                new Reason("Agreed in ticket 4711"),
                                person,
                                InvitationFingerprint.of(LEDGER),
                                null)
                        .leaving(true));
    }

    Decision made(DecisionResult result) {
        assertThat(result).isInstanceOf(DecisionResult.Made.class);
        return find(((DecisionResult.Made) result).decision());
    }

    DecisionResult.Refused refused(DecisionResult result) {
        return assertThat(result)
                .asInstanceOf(type(DecisionResult.Refused.class))
                .actual();
    }

    Decision find(long decision) {
        return bean(DecisionRepository.class).find(decision).orElseThrow();
    }

    Decision latest() {
        return bean(DecisionRepository.class).of(id(1)).get(0);
    }

    /** Advances the clock to the next step of the decision, and runs its job. */
    Decision work(Decision decision) {
        Instant next = find(decision.id()).lifecycle().nextAt();
        assertThat(next).as("a step is left").isNotNull();
        now = now.isAfter(next) ? now : next;
        bean(DecisionJobHandler.class).run(decision.id());
        return find(decision.id());
    }

    Invitation invitation() {
        return bean(InvitationRepository.class).find(id(1)).orElseThrow();
    }

    static UpdateOutcome confirmed(InvitationId id) {
        return new UpdateOutcome.Updated(
                new UpdatedInvitation(id.value(), "WORKLOAD", LEDGER.resourceId(), null, null, null, null),
                "request-1");
    }

    static UpdateOutcome refusal(AwsFailure.Kind kind) {
        return new UpdateOutcome.Refused(failure(kind));
    }

    static UpdateOutcome unclear(AwsFailure.Kind kind) {
        return new UpdateOutcome.Unclear(failure(kind));
    }

    static AwsFailure failure(AwsFailure.Kind kind) {
        return new AwsFailure(kind, "in AWS's words", "CodeOfAws", "request");
    }

    @Override
    public Optional<Person> find(String name) {
        return Optional.ofNullable(people.get(name));
    }

    @Override
    public Optional<Person> findTyped(String typedName) {
        return people.values().stream()
                .filter(person -> PersonName.same(person.name(), typedName))
                .findFirst();
    }

    @Override
    public Optional<Person> findAndHold(String name) {
        return find(name);
    }

    @Override
    public void holdAlone(String name) {}

    @Override
    public List<String> admins() {
        return List.of();
    }

    @Override
    public List<Person> deciders() {
        return people.values().stream()
                .filter(Person::mayDecide)
                .sorted(Comparator.comparing(Person::name))
                .toList();
    }

    @Override
    public boolean fresh() {
        return fresh;
    }

    @Override
    public String again(String returnPath) {
        return "/again";
    }

    @Override
    public void close() {
        context.close();
    }

    @EnableTransactionManagement
    @Import({
        InvitationRepository.class,
        OpenDecisionRepository.class,
        InvitationVersions.class,
        DecisionService.class,
        DecisionFactsLoader.class,
        DecisionJobHandler.class,
        DecisionTransitionRepository.class,
        DecisionRepository.class,
        DecisionIntentWriter.class,
        EligibilityChecker.class,
        WithdrawalService.class,
        ApprovalContextLoader.class,
        HoldService.class,
        DecisionIntentService.class,
        PossibleApprovers.class,
        SkippedApprovers.class,
        ReviewRepository.class,
        ProposalCloser.class,
        ProposalRepository.class,
        ProposalService.class,
        OutcomeRecorder.class,
        DecidedInvitationUpdater.class,
        ReadBack.class,
        DecisionReconciler.class,
        HoldReleaser.class,
        FreshListing.class,
        ListingCheck.class,
        ApprovalRules.class,
        LooseningChanges.class,
        CountingAsOne.class,
        StrictestHolds.class,
        ValueRepository.class,
        DecisionExecutor.class
    })
    static class Wiring {
        @Bean
        JdbcClient jdbc(DataSource dataSource) {
            return JdbcClient.create(dataSource);
        }

        @Bean
        InvitationUpdater invitationUpdater(
                DataSource dataSource, AuditLog auditLog, ApplicationEventPublisher events) {
            return TestInvitationUpdater.on(dataSource, auditLog, events);
        }

        @Bean
        JdbcTransactionManager transactions(DataSource dataSource) {
            return new JdbcTransactionManager(dataSource);
        }

        @Bean
        TransactionTemplate transaction(PlatformTransactionManager transactions) {
            return new TransactionTemplate(transactions);
        }

        @Bean
        EffectiveValues effective(ValueRepository values, DataSource dataSource, InstantSource clock) {
            return new EffectiveValues(values, TestAuditLog.log(dataSource, clock), clock);
        }

        @Bean
        LooseningProperties loosening() {
            return new LooseningProperties(Duration.ofHours(24));
        }

        @Bean
        ApprovalRuleProperties rules(DecisionFixture fixture) {
            return fixture.rules;
        }

        @Bean
        Owners owners(DataSource dataSource, InstantSource clock, KnownAccounts known) {
            return TestOwners.on(dataSource, clock, known);
        }

        @Bean
        KnownAccounts known(DecisionFixture fixture) {
            return new KnownAccounts() {
                @Override
                public Optional<KnownAccount> find(String accountId) {
                    return Optional.ofNullable(fixture.internal)
                            .map(internal -> new KnownAccount(new AccountId(accountId), "Northwind", internal));
                }

                @Override
                public Collection<KnownAccount> knownAccounts() {
                    return List.of();
                }
            };
        }

        @Bean
        FakeShareInvitations aws(DecisionFixture fixture) {
            return fixture.aws;
        }

        @Bean
        FakeSharedResources shared(DecisionFixture fixture) {
            return fixture.shared;
        }

        @Bean
        ClaimReleaser claimReleaser(DataSource dataSource, InstantSource clock) {
            return new TestTeams(dataSource, clock).claimReleaser();
        }

        /** There are no teams; leads lead all users. */
        @Bean
        ReviewerAccess reviewerAccess(DecisionFixture fixture) {
            return new UnrestrictedAccess() {
                @Override
                public ReviewerContext context(Invitation invitation, String person) {
                    boolean leads = fixture.find(person)
                            .filter(known -> known.roles().contains(Role.LEAD))
                            .isPresent();
                    return new ReviewerContext(
                            person,
                            true,
                            !fixture.otherTeam && !fixture.otherTeams.contains(person),
                            leads,
                            List.of(),
                            fixture.claim,
                            fixture.inPlaceOf,
                            fixture.inPlaceOf == null ? Set.of() : Set.of(fixture.inPlaceOf));
                }
            };
        }

        @Bean
        InstantSource clock(DecisionFixture fixture) {
            return () -> fixture.now;
        }

        @Bean
        RemovalReasonResolver removalReasons(DecisionFixture fixture) {
            return new FixedRemovalReason(() -> fixture.removal);
        }

        @Bean
        Connections connections() {
            return () -> List.of(
                    new Connection(RETAIL.account(), "Retail prod", "aws", null, null, null, List.of(RETAIL.region())));
        }
    }
}
