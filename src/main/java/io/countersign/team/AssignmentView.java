package io.countersign.team;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whose turn it is, as pages show it.
 *
 * @param person who has it; null where nobody has, and the reader was only named
 * @param mine whether it is the reader's turn
 * @param why message key part: TAKEN, GIVEN or NAMED
 * @param by who gave it, or named the reader
 * @param since when it became so
 * @param until when it is free again; null for NAMED
 */
public record AssignmentView(
        @Nullable String person,
        boolean mine,
        String why,
        String by,
        Instant since,
        @Nullable Instant until) {}
