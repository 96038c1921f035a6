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

/** The state machine: what is not a named move is refused, by the database itself. */
class StateTransitionTests {

    private static final DecisionFixture DESK =
            DecisionFixture.on(TestDatabase.migrated(), holding(Duration.ofSeconds(1)));

    @AfterContainer
    static void close() {
        DESK.close();
    }

    @Test
    void theseAreAllTheWays() {
        assertThat(Arrays.stream(StateTransition.values())
                        .flatMap(move -> move.from().stream().map(from -> from + " > " + move.to()))
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
            assertThat(StateTransition.values()).noneMatch(move -> move.allowedFrom(end));
        }
        assertThat(List.of(HELD, SENDING, UNKNOWN))
                .allMatch(open -> Arrays.stream(StateTransition.values()).anyMatch(move -> move.allowedFrom(open)));
    }

    @Property(tries = 150)
    void whateverIsTriedInWhateverOrderOnlyNamedMovesHappen(
            @ForAll DecisionState start, @ForAll @Size(min = 1, max = 6) List<StateTransition> tried) {
        follow(DESK, start, tried);
    }

    private static void follow(DecisionFixture desk, DecisionState start, List<StateTransition> tried) {
        long id = in(desk, start);
        DecisionState expected = start;
        for (StateTransition move : tried) {
            boolean allowed = move.allowedFrom(expected);
            assertThat(tryTo(desk, move, id)).as("%s from %s", move, expected).isEqualTo(allowed);
            expected = allowed ? move.to() : expected;
            assertThat(desk.find(id).state()).isEqualTo(expected);
        }
    }

    /** The one decision of this desk, put where the test begins. */
    private static long in(DecisionFixture desk, DecisionState state) {
        List<Decision> all = desk.bean(DecisionRepository.class).of(DecisionFixture.LEDGER.id());
        long id = all.isEmpty()
                ? desk.made(desk.decide("reviewer", InvitationAction.ACCEPT)).id()
                : all.get(0).id();
        desk.bean(JdbcClient.class)
                .sql("update decision set state = :state where id = :id")
                .param("state", state.name())
                .param("id", id)
                .update();
        return id;
    }

    private static boolean tryTo(DecisionFixture desk, StateTransition move, long id) {
        DecisionTransitionRepository moves = desk.bean(DecisionTransitionRepository.class);
        EffectObservation observation = new EffectObservation(Effect.UNREAD, "seen", desk.now);
        return switch (move) {
            case RELEASE -> moves.release(id, null, desk.now);
            case WITHDRAW -> moves.withdraw(id, "lead", desk.now);
            case STOP, CONFIRM, REFUSE, LOSE ->
                moves.settle(id, move, desk.now, null, failure(AwsFailure.Kind.OTHER), null);
            case FIND, MISS -> moves.settle(id, move, observation, desk.now);
        };
    }
}
