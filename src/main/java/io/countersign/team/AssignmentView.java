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

    /** Returns the same assignment, in which a user mentioned the reader. */
    public AssignmentView mentionedBy(String author) {
        return new AssignmentView(person, mine, why, by, since, until, author);
    }
}
