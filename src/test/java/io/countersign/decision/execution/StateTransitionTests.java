package io.countersign.decision.execution;

import static io.countersign.decision.DecisionState.CONFIRMED;
import static io.countersign.decision.DecisionState.FAILED;
import static io.countersign.decision.DecisionState.HELD;
import static io.countersign.decision.DecisionState.SENDING;
import static io.countersign.decision.DecisionState.UNKNOWN;
import static io.countersign.decision.DecisionState.WITHDRAWN;
import static io.countersign.decision.execution.DecisionFixture.failure;
import static io.countersign.decision.execution.DecisionFixture.holding;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.TestDatabase;
import io.countersign.connection.AwsFailure;
import io.countersign.connection.InvitationAction;
import io.countersign.decision.Decision;
import io.countersign.decision.DecisionState;
import io.countersign.decision.EffectObservation;
import io.countersign.decision.persistence.DecisionRepository;
import io.countersign.decision.persistence.DecisionTransitionRepository;
import io.countersign.decision.persistence.StateTransition;
import io.countersign.policy.Effect;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tests that the database statements refuse every transition that is not defined. */
class StateTransitionTests {

    private static final DecisionFixture FIXTURE =
            DecisionFixture.on(TestDatabase.migrated(), holding(Duration.ofSeconds(1)));

    @AfterContainer
    static void close() {
        FIXTURE.close();
    }

    @Test
    void definesExactlyTheseTransitions() {
        assertThat(Arrays.stream(StateTransition.values())
                        .flatMap(transition -> transition.from().stream().map(from -> from + " > " + transition.to()))
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(
                        "HELD > SENDING",
                        "HELD > FAILED",
                        "HELD > WITHDRAWN",
                        "SENDING > CONFIRMED",
                        "SENDING > FAILED",
                        "SENDING > UNKNOWN",
                        "UNKNOWN > CONFIRMED",
                        "UNKNOWN > FAILED");
        for (DecisionState end : List.of(CONFIRMED, FAILED, WITHDRAWN)) {
            assertThat(StateTransition.values())
                    .noneMatch(transition -> transition.from().contains(end));
        }
        assertThat(List.of(HELD, SENDING, UNKNOWN)).allMatch(open -> Arrays.stream(StateTransition.values())
                .anyMatch(transition -> transition.from().contains(open)));
    }

    @Property(tries = 150)
    void refusesUndefinedTransitionsInAnyOrder(
            @ForAll DecisionState start, @ForAll @Size(min = 1, max = 6) List<StateTransition> tried) {
        follow(FIXTURE, start, tried);
    }

    private static void follow(DecisionFixture fixture, DecisionState start, List<StateTransition> tried) {
        long id = in(fixture, start);
        DecisionState expected = start;
        for (StateTransition transition : tried) {
            boolean allowed = transition.from().contains(expected);
            assertThat(attempt(fixture, transition, id))
                    .as("%s from %s", transition, expected)
                    .isEqualTo(allowed);
            expected = allowed ? transition.to() : expected;
            assertThat(fixture.find(id).state()).isEqualTo(expected);
        }
    }

    /** Returns the one decision of the fixture after setting its state. */
    private static long in(DecisionFixture fixture, DecisionState state) {
        List<Decision> all = fixture.bean(DecisionRepository.class).of(DecisionFixture.LEDGER.id());
        long id = all.isEmpty()
                ? fixture.made(fixture.decide("reviewer", InvitationAction.ACCEPT))
                        .id()
                : all.get(0).id();
        fixture.bean(JdbcClient.class)
                .sql("update decision set state = :state where id = :id")
                .param("state", state.name())
                .param("id", id)
                .update();
        return id;
    }

    private static boolean attempt(DecisionFixture fixture, StateTransition transition, long id) {
        DecisionTransitionRepository transitions = fixture.bean(DecisionTransitionRepository.class);
        EffectObservation observation = new EffectObservation(Effect.UNREAD, "seen", fixture.now);
        return switch (transition) {
            case RELEASE -> transitions.release(id, null, fixture.now);
            case WITHDRAW -> transitions.withdraw(id, "lead", fixture.now);
            case STOP, CONFIRM, REFUSE, LOSE ->
                transitions.settle(id, transition, fixture.now, null, failure(AwsFailure.Kind.OTHER), null);
            case FIND, MISS -> transitions.settle(id, transition, observation, fixture.now);
        };
    }
}
