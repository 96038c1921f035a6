package io.countersign.team;

/** What a member may do in a team: both decide; a lead also keeps the members, gives invitations to them and takes claims over. */
public enum TeamRole {
    REVIEWER,
    LEAD;

    public static TeamRole most(TeamRole one, TeamRole other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
