package io.countersign.decision.web.approval;

import io.countersign.authority.ValueChange;
import io.countersign.authority.ValueRepository;
import io.countersign.decision.eligibility.ChangeConfirmation;
import io.countersign.identity.Person;
import io.countersign.identity.PersonRepository;
import io.countersign.identity.Role;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Assembles the changes of who may decide: those that wait, and the latest of the last days. */
@Component
class ChangeListAssembler {

    private static final Duration SHOWN = Duration.ofDays(14);
    private static final int MOST = 100;

    private final ValueRepository values;
    private final ChangeConfirmation confirmation;
    private final PersonRepository people;
    private final ChangeMessages messages;
    private final InstantSource clock;

    ChangeListAssembler(
            ValueRepository values,
            ChangeConfirmation confirmation,
            PersonRepository people,
            ChangeMessages messages,
            InstantSource clock) {
        this.values = values;
        this.confirmation = confirmation;
        this.people = people;
        this.messages = messages;
        this.clock = clock;
    }

    List<ChangeView> assemble(String reader) {
        Map<ValueChange, Instant> waiting = confirmation.waiting();
        boolean entitled =
                people.find(reader).filter(ChangeListAssembler::mayConfirm).isPresent();
        Set<ValueChange> shown = new LinkedHashSet<>(waiting.keySet());
        shown.addAll(values.latest(clock.instant().minus(SHOWN), MOST));
        return shown.stream()
                .limit(MOST)
                .map(change -> {
                    Instant until = waiting.get(change);
                    boolean confirmable = until != null
                            && entitled
                            && confirmation.judge(change, reader).allowed();
                    return ChangeView.of(change, messages, until, confirmable);
                })
                .toList();
    }

    private static boolean mayConfirm(Person person) {
        return person.roles().contains(Role.LEAD) || person.roles().contains(Role.ADMIN);
    }
}
