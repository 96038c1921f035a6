package io.countersign.decision.web.approval;

import io.countersign.authority.ValueChange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Changes that a user, or a start, made together, such as those of an import; the reader can confirm them with one form.
 * Changes of users are never together with others.
 *
 * @param ids the IDs of the changes, separated by commas
 * @param by the user who made them; null if a start found them
 */
record ChangeGroup(String ids, @Nullable String by, Instant at, List<ChangeView> changes) {

    /** The longest pause between two changes of a group: an import reads its accounts one after the other. */
    private static final Duration PAUSE = Duration.ofMinutes(1);

    ChangeGroup {
        changes = List.copyOf(changes);
    }

    /**
     * Returns the groups of at least two changes.
     *
     * @param confirmable the changes that the reader can confirm, the oldest first
     */
    static List<ChangeGroup> of(List<ValueChange> confirmable, ChangeMessages messages) {
        List<List<ValueChange>> groups = new ArrayList<>();
        for (ValueChange change : confirmable) {
            List<ValueChange> group = groups.stream()
                    .filter(each -> together(each.get(each.size() - 1), change))
                    .findFirst()
                    .orElse(null);
            if (group == null) {
                groups.add(new ArrayList<>(List.of(change)));
            } else {
                group.add(change);
            }
        }
        return groups.stream()
                .filter(group -> group.size() > 1)
                .map(group -> group(group, messages))
                .toList();
    }

    private static boolean together(ValueChange last, ValueChange next) {
        return Objects.equals(last.by(), next.by())
                && Objects.equals(last.endorsedBy(), next.endorsedBy())
                && last.kind().ofUsers() == next.kind().ofUsers()
                && !last.at().plus(PAUSE).isBefore(next.at());
    }

    private static ChangeGroup group(List<ValueChange> group, ChangeMessages messages) {
        ValueChange first = group.get(0);
        return new ChangeGroup(
                group.stream().map(change -> Long.toString(change.id())).collect(Collectors.joining(",")),
                first.by(),
                first.at(),
                group.stream()
                        .map(change -> ChangeView.of(change, messages, null, false))
                        .toList());
    }
}
