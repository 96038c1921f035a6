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
 */
public record AssignmentView(
        @Nullable String person,
        boolean mine,
        String why,
        String by,
        Instant since,
        @Nullable Instant until) {}
