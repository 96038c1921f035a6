package io.countersign.audit.verification;

import io.countersign.audit.RecordedState;
import io.countersign.audit.chain.Finding;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Compares the state that decides who may decide with the audit log. */
@Component
public class RecordedStates {

    private final List<RecordedState> states;
    private final JdbcClient jdbc;

    public RecordedStates(List<RecordedState> states, JdbcClient jdbc) {
        this.states = List.copyOf(states);
        this.jdbc = jdbc;
    }

    @Nullable
    Finding unrecorded() {
        return states.stream()
                .map(state -> state.unrecorded(jdbc))
                .flatMap(Optional::stream)
                .findFirst()
                .map(text -> new Finding(Finding.Kind.UNRECORDED, 0, text))
                .orElse(null);
    }
}
