package io.countersign.batch.draft;

import io.countersign.connection.InvitationAction;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The selection for a bulk decision.
 *
 * @param action the action for selected or pasted invitations
 * @param all the action for all invitations that match the filter, or null
 * @param select ids of invitations
 * @param group ids that each select all invitations of the same resource
 * @param ids pasted ids, with any separators
 * @param first set if only the first matches are wanted when there are too many
 */
public record DraftForm(
        @Nullable String action,
        @Nullable String all,
        @Nullable List<String> select,
        @Nullable List<String> group,
        @Nullable String ids,
        @Nullable String first) {

    public static final DraftForm EMPTY = new DraftForm(null, null, null, null, null, null);

    public boolean everything() {
        return all != null;
    }

    public boolean pastes() {
        return ids != null;
    }

    List<String> groups() {
        return group == null ? List.of() : group;
    }

    /** The selected and pasted ids, as typed. */
    List<String> named() {
        Stream<String> pasted = Arrays.stream(ids == null ? new String[0] : ids.split("[\\s,;]+"));
        Stream<String> selected = select == null ? Stream.of() : select.stream();
        return Stream.concat(selected, pasted).filter(each -> !each.isBlank()).toList();
    }

    /** The action, or empty if it is missing or unknown. */
    public Optional<InvitationAction> wanted() {
        return InvitationAction.named(everything() ? all : action);
    }
}
