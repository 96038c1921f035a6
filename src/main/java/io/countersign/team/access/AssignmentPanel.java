package io.countersign.team.access;

import io.countersign.team.AssignmentView;
import io.countersign.team.Claim;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The assignment of an invitation and the users who may decide it, as its page shows them.
 *
 * @param assignment null if the invitation is unassigned
 * @param teams the names of the responsible teams; empty if no team is responsible
 * @param open whether there is no team at all, so that every user decides
 * @param colleagues the users who may decide it
 * @param offers the actions of the reader: CLAIM, RENEW, RELEASE, TAKE_OVER, HAND_OVER, ASSIGN, SEEN, SAY
 * @param claim the assignee and the end of the assignment; null if it is unassigned
 * @param anothers whether another user is the assignee
 * @param inPlaceOf the user for whom the reader acts here; null if the reader acts for no one
 */
public record AssignmentPanel(
        String id,
        @Nullable AssignmentView assignment,
        List<String> teams,
        boolean open,
        List<Colleague> colleagues,
        List<String> offers,
        @Nullable Claim claim,
        boolean anothers,
        @Nullable String inPlaceOf,
        Links links) {

    /** The targets of the forms in the panel. */
    record Links(String claim, String release, String handover, String assignment, String comments, String seen) {}

    record Colleague(String name, boolean lead, boolean self) {}

    /** Returns the assignee; empty if there is none. */
    public String holder() {
        return claim == null ? "" : claim.person();
    }

    /** Returns a user whom the reader can mention; null if there is none. */
    public @Nullable String mentionable() {
        return colleagues.stream()
                .filter(each -> !each.self())
                .map(Colleague::name)
                .findFirst()
                .orElse(null);
    }

    /** Returns the users to whom it can be assigned. */
    public List<Colleague> others() {
        return colleagues.stream().filter(each -> !each.name().equals(holder())).toList();
    }
}
