package io.countersign.team;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The assignment of an invitation as pages show it.
 *
 * @param person the assignee; null if the invitation is unassigned and the reader was only mentioned
 * @param mine whether the reader is the assignee or was mentioned
 * @param why the last part of a message key: TAKEN, GIVEN or NAMED
 * @param by the user who assigned it or mentioned the reader
 * @param since the time of the claim or mention
 * @param until the end of the claim; null for NAMED
 * @param mentionedBy the user who mentioned the reader, until the reader marks it as seen; null for none
 */
public record AssignmentView(
        @Nullable String person,
        boolean mine,
        String why,
        String by,
        Instant since,
        @Nullable Instant until,
        @Nullable String mentionedBy) {

    /**
     * Returns null if the invitation is unassigned and mentions the reader in no comment.
     *
     * @param mention the comment that mentions the reader
     */
    public static @Nullable AssignmentView of(@Nullable Claim claim, @Nullable Comment mention, String reader) {
        AssignmentView assignment = claim == null ? null : claimed(claim, reader);
        if (mention == null) {
            return assignment;
        }
        return assignment != null && assignment.mine()
                ? assignment.mentionedBy(mention.person())
                : mentioned(mention, assignment == null ? null : assignment.person());
    }

    private static AssignmentView claimed(Claim claim, String reader) {
        return new AssignmentView(
                claim.person(),
                claim.person().equals(reader),
                claim.taken() ? "TAKEN" : "GIVEN",
                claim.givenBy(),
                claim.since(),
                claim.until(),
                null);
    }

    private static AssignmentView mentioned(Comment mention, @Nullable String assignee) {
        return new AssignmentView(assignee, true, "NAMED", mention.person(), mention.at(), null, mention.person());
    }

    private AssignmentView mentionedBy(String author) {
        return new AssignmentView(person, mine, why, by, since, until, author);
    }
}
