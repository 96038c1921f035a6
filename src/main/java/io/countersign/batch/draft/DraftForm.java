package io.countersign.batch.draft;

import io.countersign.connection.InvitationAction;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to decide in one go.
 *
 * @param action for what is selected or pasted
 * @param all the action for all that match the filter; null where some were named
 * @param select ids of invitations
 * @param group ids of invitations that stand for all of their resource
 * @param ids pasted, with anything between them
 * @param first whether the first that match are enough, where all are too many
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

    /** What was named, one by one, as it was typed. */
    List<String> named() {
        Stream<String> pasted = Arrays.stream(ids == null ? new String[0] : ids.split("[\\s,;]+"));
        Stream<String> selected = select == null ? Stream.of() : select.stream();
        return Stream.concat(selected, pasted).filter(each -> !each.isBlank()).toList();
    }

    /** Empty where none was chosen, or a word that is not an action. */
    public Optional<InvitationAction> wanted() {
        return InvitationAction.named(everything() ? all : action);
    }
}
