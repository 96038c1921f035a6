package io.countersign.team;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a person stands to an invitation, as the database has it now.
 *
 * @param sees whether they may read it
 * @param decides whether it is theirs to decide, as far as teams are concerned
 * @param leads whether they lead those who decide it, themselves or in somebody's place
 * @param teams the names of the teams that look after it
 * @param claim whose turn it is; null where it is free
 * @param inPlaceOf the lead in whose place this person leads, or else the colleague whose turn it is and in whose place they
 *     act; null where they lead themselves or stand in for nobody here
 * @param standsInFor everybody who named them as delegate for today, whose rights here may be more than their own
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

    /** Whether somebody else has claimed it whom this person may not overrule. */
    public boolean keptByAnother() {
        return claimedByAnother() && !overrules();
    }

    /** Whether they may take the turn that somebody else has: as a lead, or in the place of that person. */
    public boolean overrules() {
        return claim != null && claimedByAnother() && (leads || claim.person().equals(inPlaceOf));
    }

    /** In whose place they decide, if they do it now; null where that takes no right but their own. */
    public @Nullable String decidesInPlaceOf() {
        return claimedByAnother() ? inPlaceOf : null;
    }

    public boolean claimedByAnother() {
        return claim != null && !claim.person().equals(person);
    }
}
