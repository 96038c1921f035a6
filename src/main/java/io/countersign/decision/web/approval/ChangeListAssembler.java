package io.countersign.decision.web.approval;

import io.countersign.authority.ValueChange;
import io.countersign.authority.ValueRepository;
import io.countersign.decision.eligibility.ChangeConfirmation;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Assembles the changes of who may decide: those that wait, and the latest of the last days. */
@Component
class ChangeListAssembler {

    private static final Duration SHOWN = Duration.ofDays(14);
    private static final int MOST = 100;

    /** The most changes that one form confirms: more than an organization has accounts. */
    static final int MOST_TOGETHER = 10_000;

    private final ValueRepository values;
    private final ChangeConfirmation confirmation;
    private final ChangeMessages messages;
    private final InstantSource clock;

    ChangeListAssembler(
            ValueRepository values, ChangeConfirmation confirmation, ChangeMessages messages, InstantSource clock) {
        this.values = values;
        this.confirmation = confirmation;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * @param groups waiting changes that were made together
     * @param changes the others: those that wait, then the latest
     */
    record ChangeList(List<ChangeGroup> groups, List<ChangeView> changes) {}

    ChangeList assemble(String reader) {
        Map<ValueChange, Instant> waiting = confirmation.waiting();
        Set<ValueChange> confirmable = Set.copyOf(confirmation.confirmable(reader));
        // a group has one maker, who decides whether the reader can confirm its changes
        List<ChangeGroup> groups =
                ChangeGroup.together(
                                waiting.keySet().stream().limit(MOST_TOGETHER).toList())
                        .stream()
                        .map(group -> ChangeGroup.of(group, waiting, confirmable.containsAll(group), messages))
                        .toList();
        Set<Long> grouped = groups.stream()
                .flatMap(group -> group.changes().stream())
                .map(ChangeView::id)
                .collect(Collectors.toSet());
        Map<Long, ValueChange> shown = new LinkedHashMap<>();
        Stream.concat(waiting.keySet().stream(), values.latest(clock.instant().minus(SHOWN), MOST).stream())
                .filter(change -> !grouped.contains(change.id()))
                .forEach(change -> shown.putIfAbsent(change.id(), change));
        List<ChangeView> views = shown.values().stream()
                .limit(MOST)
                .map(change -> ChangeView.of(change, messages, waiting.get(change), confirmable.contains(change)))
                .toList();
        return new ChangeList(groups, views);
    }
}
