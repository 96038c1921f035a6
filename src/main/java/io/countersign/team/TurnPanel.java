package io.countersign.team;

import io.countersign.invitation.TurnView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whose turn an invitation is and who may decide it, as its page shows it.
 *
 * @param turn null where it is free
 * @param teams the names of the teams that look after it; empty where no team does
 * @param open there is no team at all, so everybody decides
 * @param colleagues who may decide it
 * @param offers what the reader may do: CLAIM, RENEW, RELEASE, TAKE_OVER, HAND_OVER, ASSIGN, SEEN, SAY
 * @param holder who has it; empty where nobody has
 */
record TurnPanel(
        String id,
        @Nullable TurnView turn,
        List<String> teams,
        boolean open,
        List<Colleague> colleagues,
        List<String> offers,
        String holder,
        String claimHref,
        String releaseHref,
        String handoverHref,
        String assignmentHref,
        String commentsHref,
        String seenHref) {

    record Colleague(String name, boolean lead, boolean self) {}

    /** Those it can be given to. */
    public List<Colleague> others() {
        return colleagues.stream().filter(each -> !each.name().equals(holder)).toList();
    }
}
