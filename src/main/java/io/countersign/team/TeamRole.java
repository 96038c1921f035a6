package io.countersign.team;

/**
 * The role of a member in a team. Both roles decide; a lead also changes the members, assigns invitations and takes
 * claims over.
 */
public enum TeamRole {
    REVIEWER,
    LEAD;

    public static TeamRole most(TeamRole one, TeamRole other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
