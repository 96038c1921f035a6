package io.countersign.team.persistence;

/**
 * The condition that a user can approve the proposal of an invitation {@code i}, for many invitations at once. It states
 * in SQL what {@code DecisionRule} and {@code FourEyesRule} judge for one invitation; {@code ApprovableProposalsTests}
 * compares both.
 */
final class ApprovableCondition {

    static final String NO_TEAM = "not exists (select 1 from team)";

    /** The memberships of a user in the teams that are responsible for the invitation. */
    static final String MEMBERSHIP = """
            select 1 from team_source s join team_membership m on m.team_id = s.team_id
            where m.person = %s and s.account_id = i.account_id and s.region in ('', i.region)""";

    private static final String READER = ":person";
    private static final String PROPOSER = "i.proposed_by";

    /** The reader and the proposer, each with the users whom they represent, have no user in common. */
    private static final String DIFFERENT = """
            not exists ((select cast(:person as varchar) union %s)
              intersect (select i.proposed_by union %s
                union select p.in_place_of from proposal p where p.open_for = i.invitation_id))""".formatted(represented(READER), represented(PROPOSER));

    /** No other user than the proposer holds the invitation, unless the reader may replace that assignee. */
    private static final String NOT_KEPT = """
            (%s or not exists (select 1 from claim c where c.invitation_id = i.invitation_id and c.until_at > :now
              and c.person not in (:person, i.proposed_by) and c.person not in (%s)))""".formatted(leadsHere(), represented(READER));

    static final String SQL = """
            i.state = 'PENDING' and i.proposed_by is not null and (i.open_decision is null or i.unclear) and %s and %s
            and not exists (select 1 from person u where u.name in (:person, i.proposed_by) and u.roles ~ 'SERVICE')
            and (not i.lead_approves or %s) and %s and %s and exists (select 1 from source c
              where c.account_id = i.account_id and c.region = i.region and c.connected)""".formatted(decides(READER), decides(PROPOSER), leadsHere(), DIFFERENT, NOT_KEPT);

    private ApprovableCondition() {}

    /** Returns the users whose delegate a user is today, and who may decide the invitation. */
    private static String represented(String person) {
        return """
                select d.person from delegation d where :delegation and d.delegate = %s and d.ended_at is null
                  and d.accepted_at is not null and :day between d.from_day and d.until_day and %s""".formatted(person, decides("d.person"));
    }

    private static String decides(String person) {
        return "%s and (%s or exists (%s))"
                .formatted(role(person, "REVIEWER|LEAD"), NO_TEAM, MEMBERSHIP.formatted(person));
    }

    /** Holds for the leads of a responsible team and for their delegates. */
    private static String leadsHere() {
        return "(%s or exists (%s and %s))".formatted(leads(READER), represented(READER), leads("d.person"));
    }

    private static String leads(String person) {
        return "(%s and %s or exists (%s and m.role = 'LEAD'))"
                .formatted(NO_TEAM, role(person, "LEAD"), MEMBERSHIP.formatted(person));
    }

    private static String role(String person, String roles) {
        return "exists (select 1 from person u where u.name = %s and u.enabled and u.roles ~ '%s')"
                .formatted(person, roles);
    }
}
