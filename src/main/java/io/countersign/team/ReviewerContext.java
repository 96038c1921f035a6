package io.countersign.team;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rights of a user on an invitation, as stored now.
 *
 * @param sees whether the user may see it
 * @param decides whether the user's teams may decide it
 * @param leads whether the user leads a responsible team, directly or as a delegate
 * @param teams the names of the responsible teams
 * @param claim the current claim; null if the invitation is unassigned
 * @param inPlaceOf the lead for whom the user acts, otherwise the assignee for whom the user acts; null if the user is
 *     a lead or represents no one here
 * @param standsInFor all users who may decide the invitation and whose delegate this user is today, also if the user's
 *     own rights are sufficient
 */
public record ReviewerContext(
        String person,
        boolean sees,
        boolean decides,
        boolean leads,
        List<String> teams,
        @Nullable Claim claim,
        @Nullable String inPlaceOf,
        Set<String> standsInFor) {

    public ReviewerContext {
        standsInFor = Set.copyOf(standsInFor);
        teams = List.copyOf(teams);
    }

    /** Returns whether another user holds the invitation and this user may not replace that assignee. */
    public boolean keptByAnother() {
        return claimedByAnother() && !overrules();
    }

    /** Returns whether this user may replace the current assignee, as a lead or as a delegate of that assignee. */
    public boolean overrules() {
        return claim != null && claimedByAnother() && (leads || claim.person().equals(inPlaceOf));
    }

    /** Returns the user in whose place a decision would be made; null if the user's own rights are sufficient. */
    public @Nullable String decidesInPlaceOf() {
        return claimedByAnother() ? inPlaceOf : null;
    }

    public boolean claimedByAnother() {
        return claim != null && !claim.person().equals(person);
    }
}
