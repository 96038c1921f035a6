package io.countersign.team.access;

import io.countersign.invitation.queue.BacklogCount;
import java.util.List;

/**
 * The pending invitations, counted by each of several properties. A list has at most the largest groups.
 *
 * @param ages by the number of the age group, from 1
 * @param owners without the invitations whose owner AWS did not name
 */
public record Backlog(
        List<BacklogCount> ages,
        List<BacklogCount> accounts,
        List<BacklogCount> owners,
        List<BacklogCount> assignees,
        long unassigned) {}
