package io.countersign.team;

import static io.countersign.invitation.InvitationColumns.time;

import io.countersign.connection.Source;
import io.countersign.identity.People;
import io.countersign.identity.Person;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.Scope;
import io.countersign.invitation.Turn;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a person may see and decide, asked of the database each time: a change of a team holds from the next question on. */
@Component
class Standings {

    private static final String EVERYTHING = Scope.EVERYTHING.seen();

    private static final String MINE = """
            (invitation_id in (select c.invitation_id from claim c where c.person = :scope_person and c.until_at > :scope_now)
              or invitation_id in (select n.invitation_id from mention n where n.person = :scope_person and not n.seen))""";

    private static final String HELD =
            "invitation_id in (select c.invitation_id from claim c where c.person = :held and c.until_at > :scope_now)";

    private static final String FREE =
            "invitation_id not in (select c.invitation_id from claim c where c.until_at > :scope_now)";

    private final People people;
    private final Teams teams;
    private final Memberships memberships;
    private final Claims claims;
    private final StandIns standIns;
    private final InstantSource clock;

    Standings(
            People people,
            Teams teams,
            Memberships memberships,
            Claims claims,
            StandIns standIns,
            InstantSource clock) {
        this.people = people;
        this.teams = teams;
        this.memberships = memberships;
        this.claims = claims;
        this.standIns = standIns;
        this.clock = clock;
    }

    Scope scope(String person) {
        boolean open = !teams.any();
        boolean all = open || people.find(person).filter(Person::seesAll).isPresent();
        return new Scope(
                all ? EVERYTHING : Memberships.OURS,
                Map.of(
                        Turn.MINE,
                        MINE,
                        Turn.FREE,
                        FREE,
                        Turn.TEAM,
                        open ? EVERYTHING : Memberships.OURS,
                        Turn.HELD,
                        HELD,
                        Turn.LOOKED_AFTER,
                        Memberships.THEIRS),
                Map.of("scope_person", person, "scope_now", time(clock.instant())),
                !all && memberships.none(person));
    }

    Optional<Set<String>> teammates(String person) {
        return teams.any() ? Optional.of(memberships.teammates(person)) : Optional.empty();
    }

    ReviewerContext of(Invitation invitation, String name) {
        Memberships.Care care = memberships.of(invitation.source());
        Optional<Person> person = people.find(name);
        TeamRole role = role(person, care);
        boolean decides = role != null;
        Claim claim = claims.find(invitation.id()).orElse(null);
        List<String> givers = decides && role != TeamRole.LEAD ? standIns.of(name) : List.of();
        String leading = leading(givers, care, claim);
        return new ReviewerContext(
                name,
                care.open() || decides || person.filter(Person::seesAll).isPresent(),
                decides,
                decides && role == TeamRole.LEAD || leading != null,
                care.teams(),
                claim,
                leading != null ? leading : holding(givers, care, claim),
                Set.copyOf(givers));
    }

    /** As what somebody decides; null where they do not. */
    private static @Nullable TeamRole role(Optional<Person> person, Memberships.Care care) {
        return person.filter(Person::mayDecide)
                .map(known -> Colleagues.role(known, care))
                .orElse(null);
    }

    /** Of those somebody stands in for, one who leads there now; rather the one whose turn it is. */
    private @Nullable String leading(List<String> givers, Memberships.Care care, @Nullable Claim claim) {
        List<String> leads = givers.stream()
                .filter(giver -> role(people.find(giver), care) == TeamRole.LEAD)
                .toList();
        return leads.stream()
                .filter(lead -> claim != null && claim.person().equals(lead))
                .findFirst()
                .orElseGet(() -> leads.stream().findFirst().orElse(null));
    }

    /** Of those somebody stands in for, the one whose turn it is, as long as they may decide it. */
    private @Nullable String holding(List<String> givers, Memberships.Care care, @Nullable Claim claim) {
        return claim != null && givers.contains(claim.person()) && role(people.find(claim.person()), care) != null
                ? claim.person()
                : null;
    }

    /** Whether somebody may decide what comes from a source. */
    boolean decides(String name, Source source) {
        return role(people.find(name), memberships.of(source)) != null;
    }
}
