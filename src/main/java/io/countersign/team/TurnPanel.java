package io.countersign.team;

import io.countersign.invitation.Claim;
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
 * @param claim who has it and until when, also where the reader was named; null where nobody has
 * @param anothers whether that is somebody else than the reader
 * @param inPlaceOf whom the reader stands in for here; null for nobody
 */
record TurnPanel(
        String id,
        @Nullable TurnView turn,
        List<String> teams,
        boolean open,
        List<Colleague> colleagues,
        List<String> offers,
        @Nullable Claim claim,
        boolean anothers,
        @Nullable String inPlaceOf,
        String claimHref,
        String releaseHref,
        String handoverHref,
        String assignmentHref,
        String commentsHref,
        String seenHref) {

    record Colleague(String name, boolean lead, boolean self) {}

    /** Who has it; empty where nobody has. */
    public String holder() {
        return claim == null ? "" : claim.person();
    }

    /** Those it can be given to. */
    public List<Colleague> others() {
        return colleagues.stream().filter(each -> !each.name().equals(holder())).toList();
    }
}
