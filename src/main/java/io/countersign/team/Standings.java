package io.countersign.team;

import static io.countersign.invitation.InvitationColumns.time;

import io.countersign.connection.Source;
import io.countersign.identity.People;
import io.countersign.identity.Person;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.Scope;
import io.countersign.invitation.Standing;
import io.countersign.invitation.Turn;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a person may see and decide, asked of the database each time: a change of a team holds from the next question on. */
@Component
class Standings {

    private static final String EVERYTHING = "1 = 1";

    private static final String MINE = """
            (invitation_id in (select c.invitation_id from claim c where c.person = :scope_person and c.until_at > :scope_now)
              or invitation_id in (select n.invitation_id from mention n where n.person = :scope_person and not n.seen))""";

    private static final String FREE =
            "invitation_id not in (select c.invitation_id from claim c where c.until_at > :scope_now)";

    private final People people;
    private final Teams teams;
    private final Memberships memberships;
    private final Claims claims;
    private final InstantSource clock;

    Standings(People people, Teams teams, Memberships memberships, Claims claims, InstantSource clock) {
        this.people = people;
        this.teams = teams;
        this.memberships = memberships;
        this.claims = claims;
        this.clock = clock;
    }

    Scope scope(String person) {
        boolean open = !teams.any();
        boolean all = open || people.find(person).filter(Person::seesAll).isPresent();
        return new Scope(
                all ? EVERYTHING : Memberships.OURS,
                Map.of(Turn.MINE, MINE, Turn.FREE, FREE, Turn.TEAM, open ? EVERYTHING : Memberships.OURS),
                Map.of("scope_person", person, "scope_now", time(clock.instant())),
                !all && memberships.none(person));
    }

    Standing of(Invitation invitation, String name) {
        boolean open = !teams.any();
        Optional<Person> person = people.find(name);
        TeamRole role = open
                ? ownRole(person)
                : memberships.role(invitation.source(), name).orElse(null);
        boolean decides = role != null && person.filter(Person::mayDecide).isPresent();
        return new Standing(
                name,
                open || decides || person.filter(Person::seesAll).isPresent(),
                decides,
                decides && role == TeamRole.LEAD,
                open ? List.of() : memberships.teams(invitation.source()),
                claims.find(invitation.id()).orElse(null));
    }

    private static @Nullable TeamRole ownRole(Optional<Person> person) {
        return person.filter(Person::mayDecide).map(Colleagues::roleOf).orElse(null);
    }

    /** Whether somebody may decide what comes from a source. */
    boolean decides(String name, Source source) {
        return people.find(name).filter(Person::mayDecide).isPresent()
                && (!teams.any() || memberships.role(source, name).isPresent());
    }
}
