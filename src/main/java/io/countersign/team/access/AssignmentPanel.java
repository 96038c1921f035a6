package io.countersign.team.access;

import io.countersign.team.AssignmentView;
import io.countersign.team.Claim;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * To whom an invitation is assigned and who may decide it, as its page shows it.
 *
 * @param turn null where it is unassigned
 * @param teams the names of the teams that look after it; empty where no team does
 * @param open there is no team at all, so that everyone decides
 * @param colleagues who may decide it
 * @param offers what the reader may do: CLAIM, RENEW, RELEASE, TAKE_OVER, HAND_OVER, ASSIGN, SEEN, SAY
 * @param claim the assignee and the end of the assignment; null where it is unassigned
 * @param anothers whether the assignee is not the reader
 * @param inPlaceOf for whom the reader stands in here; null for no one
 */
public record AssignmentPanel(
        String id,
        @Nullable AssignmentView turn,
        List<String> teams,
        boolean open,
        List<Colleague> colleagues,
        List<String> offers,
        @Nullable Claim claim,
        boolean anothers,
        @Nullable String inPlaceOf,
        Links links) {

    /** Where the forms of the panel go. */
    record Links(String claim, String release, String handover, String assignment, String comments, String seen) {}

    record Colleague(String name, boolean lead, boolean self) {}

    /** The assignee; empty where there is none. */
    public String holder() {
        return claim == null ? "" : claim.person();
    }

    /** Those to whom it can be assigned. */
    public List<Colleague> others() {
        return colleagues.stream().filter(each -> !each.name().equals(holder())).toList();
    }
}
