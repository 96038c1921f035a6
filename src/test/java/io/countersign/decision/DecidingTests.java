package io.countersign.decision;

import static io.countersign.invitation.Listings.RETAIL;
import static io.countersign.invitation.Listings.id;
import static io.countersign.invitation.Listings.workload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.countersign.TestDatabase;
import io.countersign.connection.Action;
import io.countersign.connection.Connection;
import io.countersign.connection.Connections;
import io.countersign.connection.Failure;
import io.countersign.connection.FakeShareInvitations;
import io.countersign.connection.SentAs;
import io.countersign.connection.UpdateOutcome;
import io.countersign.identity.People;
import io.countersign.identity.Person;
import io.countersign.identity.Role;
import io.countersign.invitation.Claim;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.InvitationState;
import io.countersign.invitation.Invitations;
import io.countersign.invitation.OpenToAll;
import io.countersign.invitation.Reading;
import io.countersign.invitation.Sightings;
import io.countersign.invitation.Standing;
import io.countersign.invitation.Teamwork;
import io.countersign.invitation.TestSightings;
import io.countersign.policy.DecisionRule;
import io.countersign.policy.Verdict;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

@ParameterizedClass
@EnumSource
class DecidingTests {

    @Parameter
    TestDatabase database;

    private final Desk desk = new Desk();
    private AnnotationConfigApplicationContext context;
    private Deciding deciding;
    private Decisions decisions;
    private Invitations invitations;
    private Sightings sightings;

    @BeforeEach
    void open() {
        context = new AnnotationConfigApplicationContext();
        context.registerBean("dataSource", DataSource.class, database::migrated);
        context.registerBean(Desk.class, () -> desk);
        context.register(Wiring.class);
        context.refresh();
        deciding = context.getBean(Deciding.class);
        decisions = context.getBean(Decisions.class);
        invitations = context.getBean(Invitations.class);
        sightings = context.getBean(Sightings.class);
        see(desk.now);
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void storesTheIntentBeforeAwsIsCalledAndTheAnswerAfter() {
        List<DecisionState> whenCalled = new ArrayList<>();
        FakeShareInvitations confirming = new FakeShareInvitations();
        desk.aws.answers(invitation -> {
            whenCalled.add(decisions.of(invitation).get(0).state());
            return confirming.update(RETAIL, invitation, Action.ACCEPT, new SentAs("any", 1));
        });

        Decision decision = made(decide("reviewer", Action.ACCEPT));

        assertThat(whenCalled).containsExactly(DecisionState.SENDING);
        assertThat(desk.aws.senders()).containsExactly(new SentAs("reviewer", decision.id()));
        assertThat(decision.state()).isEqualTo(DecisionState.CONFIRMED);
        assertThat(decision.requestId()).isEqualTo("request-0001");
        assertThat(decision.returned()).isNotNull();
        assertThat(decision.reviewed()).isEqualTo(workload(1, "ledger"));
        assertThat(decision.answeredAt()).isEqualTo(desk.now);
        assertThat(invitation().state()).isEqualTo(InvitationState.ACCEPTED);
        assertThat(desk.events).hasExactlyElementsOfTypes(DecisionIntended.class, DecisionSettled.class);
    }

    @Test
    void aRejectedInvitationIsRejected() {
        made(decide("reviewer", Action.REJECT));

        assertThat(invitation().state()).isEqualTo(InvitationState.REJECTED);
    }

    @Test
    void afterARefusalOfAwsTheInvitationCanBeDecidedAgain() {
        desk.aws.answers(any -> new UpdateOutcome.Refused(failure(Failure.Kind.ACCESS_DENIED)));
        Decision failed = made(decide("reviewer", Action.ACCEPT));

        assertThat(failed.state()).isEqualTo(DecisionState.FAILED);
        assertThat(failed.failure()).isEqualTo(failure(Failure.Kind.ACCESS_DENIED));
        assertThat(failed.returned()).isNull();
        assertThat(invitation().pending()).isTrue();
        assertThat(invitation().openDecision()).isNull();
    }

    @Test
    void anUnclearSendKeepsOthersOutUntilAwsWasSeenToListItAgain() {
        desk.aws.answers(any -> new UpdateOutcome.Unclear(failure(Failure.Kind.TIMEOUT)));
        assertThat(made(decide("reviewer", Action.ACCEPT)).state()).isEqualTo(DecisionState.UNKNOWN);

        assertThat(refused(decide("lead", Action.ACCEPT)).why()).isEqualTo(Verdict.UNCLEAR);
        see(desk.now.plus(DecisionRule.STRAGGLER));
        assertThat(refused(decide("lead", Action.ACCEPT)).why()).isEqualTo(Verdict.UNCLEAR);
        see(desk.now.plus(DecisionRule.STRAGGLER).plusMillis(1));
        desk.aws.answers(any -> new UpdateOutcome.Refused(failure(Failure.Kind.CONFLICT)));
        assertThat(made(decide("lead", Action.ACCEPT)).state()).isEqualTo(DecisionState.FAILED);
        assertThat(desk.aws.updated()).hasSize(2);
    }

    @Test
    void aLateClearAnswerSettlesWhatWasGivenUp() {
        desk.aws.answers(any -> {
            desk.now = desk.now.plus(UnheardDecisions.PATIENCE).plusMillis(1);
            context.getBean(UnheardDecisions.class).giveUp();
            assertThat(decisions.of(id(1)).get(0).state()).isEqualTo(DecisionState.UNKNOWN);
            return new UpdateOutcome.Refused(failure(Failure.Kind.NOT_FOUND));
        });

        assertThat(made(decide("reviewer", Action.ACCEPT)).state()).isEqualTo(DecisionState.FAILED);
        assertThat(invitation().openDecision()).isNull();
    }

    @Test
    void givesUpOnlyWhatIsOlderThanAnyCall() {
        desk.aws.answers(any -> {
            throw new IllegalStateException("the process is killed here");
        });
        assertThatThrownBy(() -> decide("reviewer", Action.ACCEPT)).hasMessageContaining("killed");

        context.getBean(UnheardDecisions.class).giveUp();
        assertThat(decisions.of(id(1)).get(0).state()).isEqualTo(DecisionState.SENDING);
        desk.now = desk.now.plus(UnheardDecisions.PATIENCE).plusMillis(1);
        context.getBean(UnheardDecisions.class).giveUp();
        assertThat(decisions.of(id(1)).get(0).state()).isEqualTo(DecisionState.UNKNOWN);
        assertThat(invitation().unclear()).isTrue();
    }

    @Test
    void fiftyAtTheSameMomentSendOnce() throws Exception {
        ExecutorService crowd = Executors.newFixedThreadPool(50);
        try {
            List<Callable<Attempt>> wishes = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                Action action = i % 2 == 0 ? Action.ACCEPT : Action.REJECT;
                wishes.add(() -> decide("reviewer", action));
            }
            List<Attempt> attempts = new ArrayList<>();
            for (Future<Attempt> attempt : crowd.invokeAll(wishes)) {
                attempts.add(attempt.get());
            }
            assertThat(desk.aws.updated()).containsExactly(id(1));
            assertThat(attempts).filteredOn(Attempt.Made.class::isInstance).hasSize(1);
            assertThat(decisions.of(id(1))).hasSize(1);
            assertThat(desk.events)
                    .filteredOn(DecisionRefused.class::isInstance)
                    .hasSize(49);
        } finally {
            crowd.shutdownNow();
        }
    }

    @Test
    void tellsWhoWasFaster() {
        made(decide("reviewer", Action.ACCEPT));

        Attempt.Refused second = refused(decide("lead", Action.REJECT));

        assertThat(second.why()).isEqualTo(Verdict.DECIDED);
        assertThat(second.other()).isNotNull().extracting(Decision::person).isEqualTo("reviewer");
        assertThat(desk.aws.updated()).hasSize(1);
    }

    @Test
    void asksTheDatabaseWhetherThePersonStillDecides() {
        assertThat(refused(decide("auditor", Action.ACCEPT)).why()).isEqualTo(Verdict.NOT_A_DECIDER);
        assertThat(refused(decide("left", Action.ACCEPT)).why()).isEqualTo(Verdict.NOT_A_DECIDER);
        assertThat(refused(decide("nobody", Action.ACCEPT)).why()).isEqualTo(Verdict.NOT_A_DECIDER);
        assertThat(desk.aws.updated()).isEmpty();
    }

    @Test
    void asksWhetherItIsStillTheirsAndRecordsTheRefusal() {
        desk.foreign = true;
        assertThat(refused(decide("reviewer", Action.ACCEPT)).why()).isEqualTo(Verdict.NOT_YOURS);
        desk.foreign = false;
        desk.claim = new Claim("lead", "lead", desk.now, desk.now.plusSeconds(60));
        assertThat(refused(decide("reviewer", Action.ACCEPT)).why()).isEqualTo(Verdict.CLAIMED);

        assertThat(desk.events)
                .hasExactlyElementsOfTypes(DecisionRefused.class, DecisionRefused.class)
                .extracting(event -> ((DecisionRefused) event).why())
                .containsExactly("NOT_YOURS", "CLAIMED");
        assertThat(desk.aws.updated()).isEmpty();
        made(decide("lead", Action.ACCEPT));
    }

    @Test
    void sendsNothingWhenTheRecordCannotBeWritten() {
        desk.recordFails = true;

        assertThatThrownBy(() -> decide("reviewer", Action.ACCEPT)).hasMessageContaining("record");
        assertThat(desk.aws.updated()).isEmpty();
        assertThat(decisions.of(id(1))).isEmpty();
        assertThat(invitation().openDecision()).isNull();
    }

    private void see(Instant began) {
        sightings.store(new Reading(RETAIL, List.of(workload(1, "ledger")), Map.of(), began, null));
    }

    private Attempt decide(String person, Action action) {
        return deciding.decide(new Decide(id(1), action, new Reason("Agreed in ticket 4711"), person));
    }

    private Decision made(Attempt attempt) {
        assertThat(attempt).isInstanceOf(Attempt.Made.class);
        return decisions.find(((Attempt.Made) attempt).decision()).orElseThrow();
    }

    private static Attempt.Refused refused(Attempt attempt) {
        return assertThat(attempt).asInstanceOf(type(Attempt.Refused.class)).actual();
    }

    private Invitation invitation() {
        return invitations.find(id(1)).orElseThrow();
    }

    private static Failure failure(Failure.Kind kind) {
        return new Failure(kind, "in AWS's words", "CodeOfAws", "request");
    }

    /** What surrounds the decision: AWS, people, the clock, the record. */
    static final class Desk {
        final FakeShareInvitations aws = new FakeShareInvitations();
        final List<Object> events = Collections.synchronizedList(new ArrayList<>());
        volatile Instant now = Instant.parse("2026-11-22T14:03:21.600Z");
        volatile boolean recordFails;
        volatile boolean foreign;
        volatile @Nullable Claim claim;

        Optional<Person> find(String name) {
            return switch (name) {
                case "reviewer" -> Optional.of(new Person(name, Set.of(Role.REVIEWER), true));
                case "lead" -> Optional.of(new Person(name, Set.of(Role.LEAD), true));
                case "auditor" -> Optional.of(new Person(name, Set.of(Role.AUDITOR), true));
                case "left" -> Optional.of(new Person(name, Set.of(Role.LEAD), false));
                default -> Optional.empty();
            };
        }

        @EventListener({DecisionIntended.class, DecisionSettled.class, DecisionRefused.class})
        void record(Object event) {
            if (recordFails) {
                throw new IllegalStateException("the record cannot be written");
            }
            events.add(event);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableTransactionManagement
    @Import({Invitations.class, Deciding.class, Intents.class, Outcomes.class, Decisions.class, UnheardDecisions.class})
    static class Wiring {
        @Bean
        JdbcClient jdbc(DataSource dataSource) {
            return JdbcClient.create(dataSource);
        }

        @Bean
        Sightings sightings(DataSource dataSource) {
            return TestSightings.on(dataSource);
        }

        @Bean
        JdbcTransactionManager transactions(DataSource dataSource) {
            return new JdbcTransactionManager(dataSource);
        }

        @Bean
        FakeShareInvitations aws(Desk desk) {
            return desk.aws;
        }

        @Bean
        People people(Desk desk) {
            return desk::find;
        }

        @Bean
        Teamwork teamwork(Desk desk) {
            return new OpenToAll() {
                @Override
                public Standing standing(Invitation invitation, String person) {
                    return new Standing(person, true, !desk.foreign, false, List.of(), desk.claim);
                }
            };
        }

        @Bean
        InstantSource clock(Desk desk) {
            return () -> desk.now;
        }

        @Bean
        Connections connections() {
            return () -> List.of(
                    new Connection(RETAIL.account(), "Retail prod", "aws", null, null, null, List.of(RETAIL.region())));
        }
    }
}
