package io.countersign.team.access;

import io.countersign.invitation.queue.BacklogCount;
import java.util.List;

/**
 * The pending invitations by team.
 *
 * @param teams the teams with the most pending invitations
 * @param total the sum over all teams
 * @param once the invitations of at least one team
 * @param several those of several teams, which count for each of them
 */
public record TeamBacklog(List<BacklogCount> teams, long total, long once, long several) {}
