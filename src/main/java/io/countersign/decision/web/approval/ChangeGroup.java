package io.countersign.decision.web.approval;

import io.countersign.authority.ValueChange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Waiting changes that a user, or a start, made together, such as those of an import. A user who can confirm one of them can
 * confirm all with one form. Changes of users are never together with others.
 *
 * @param ids the IDs of the changes, separated by commas
 * @param by the user who made them; null if a start found them
 * @param endorsedBy the first of two users who confirm them; null for none
 * @param until when the first of them applies without a confirmation
 * @param confirmable whether the reader can confirm them
 */
record ChangeGroup(
        String ids,
        @Nullable String by,
        @Nullable String endorsedBy,
        Instant at,
        Instant until,
        boolean confirmable,
        List<ChangeView> changes) {

    /** The longest pause between two changes of a group: an import reads its accounts one after the other. */
    private static final Duration PAUSE = Duration.ofMinutes(1);

    ChangeGroup {
        changes = List.copyOf(changes);
    }

    /**
     * Returns the changes of each group of at least two.
     *
     * @param waiting the oldest first
     */
    static List<List<ValueChange>> together(Collection<ValueChange> waiting) {
        List<List<ValueChange>> groups = new ArrayList<>();
        for (ValueChange change : waiting) {
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
        return groups.stream().filter(group -> group.size() > 1).toList();
    }

    private static boolean together(ValueChange last, ValueChange next) {
        return Objects.equals(last.by(), next.by())
                && Objects.equals(last.endorsedBy(), next.endorsedBy())
                && last.kind().ofUsers() == next.kind().ofUsers()
                && !last.at().plus(PAUSE).isBefore(next.at());
    }

    /** The user who cannot confirm it, because they already stand behind it; null for none. */
    public @Nullable String responsible() {
        return by == null ? endorsedBy : by;
    }

    /**
     * @param group changes that were made together
     * @param waiting the times at which they apply without a confirmation
     * @param confirmable whether the reader can confirm them
     */
    static ChangeGroup of(
            List<ValueChange> group, Map<ValueChange, Instant> waiting, boolean confirmable, ChangeMessages messages) {
        ValueChange first = group.get(0);
        return new ChangeGroup(
                group.stream().map(change -> Long.toString(change.id())).collect(Collectors.joining(",")),
                first.by(),
                first.endorsedBy(),
                first.at(),
                Collections.min(group.stream().map(waiting::get).toList()),
                confirmable,
                group.stream()
                        .map(change -> ChangeView.of(change, messages, waiting.get(change), confirmable))
                        .toList());
    }
}
