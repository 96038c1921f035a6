package io.countersign.invitation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a person stands to an invitation, as the database has it now.
 *
 * @param sees whether they may read it
 * @param decides whether it is theirs to decide, as far as teams are concerned
 * @param leads whether they lead those who decide it
 * @param teams the names of the teams that look after it
 * @param claim whose turn it is; null where it is free
 */
public record Standing(
        String person,
        boolean sees,
        boolean decides,
        boolean leads,
        List<String> teams,
        @Nullable Claim claim) {

    public Standing {
        teams = List.copyOf(teams);
    }

    /** Whether somebody else has claimed it whom this person may not overrule. */
    public boolean keptByAnother() {
        return claimedByAnother() && !leads;
    }

    public boolean claimedByAnother() {
        return claim != null && !claim.person().equals(person);
    }
}
