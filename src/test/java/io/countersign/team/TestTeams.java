package io.countersign.team;

import io.countersign.connection.AccountId;
import io.countersign.connection.InvitationId;
import io.countersign.connection.Region;
import io.countersign.identity.Directory;
import io.countersign.identity.People;
import io.countersign.identity.Person;
import io.countersign.identity.Role;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The teams on a database of a test, with people who are named like what they are: ann, ben and cid decide, lea and max lead. */
public final class TestTeams implements People, Directory {

    private final Map<String, Person> people = new TreeMap<>();
    private final Teams teams;
    private final Claims claims;
    private final Remarks remarks;
    private final Memberships memberships;
    private final Delegations delegations;
    private final InstantSource clock;
    private final Colleagues colleagues;

    public TestTeams(DataSource dataSource, InstantSource clock) {
        List.of("ann", "ben", "cid").forEach(name -> add(name, Role.REVIEWER));
        List.of("lea", "max").forEach(name -> add(name, Role.LEAD));
        add("auditor", Role.AUDITOR);
        add("admin", Role.ADMIN);
        JdbcClient jdbc = JdbcClient.create(dataSource);
        memberships = new Memberships(jdbc);
        teams = new Teams(new NamedParameterJdbcTemplate(dataSource), clock);
        claims = new Claims(jdbc, clock);
        remarks = new Remarks(jdbc);
        delegations = new Delegations(jdbc);
        this.clock = clock;

        colleagues = new Colleagues(this, memberships);
    }

    public ReviewerAccess teamwork() {
        return teamwork(true);
    }

    /** @param delegation whether people may stand in for others */
    public ReviewerAccess teamwork(boolean delegation) {
        StaticMessageSource words = new StaticMessageSource();
        words.setUseCodeAsDefaultMessage(true);
        StandIns standIns = new StandIns(delegations, new DelegationProperties(delegation), clock);
        Standings standings = new Standings(this, teams, memberships, claims, standIns, clock);
        return new ReviewerAccess(standings, claims, remarks, new TurnPanels(colleagues, teams), words);
    }

    public ClaimReleaser claimReleaser() {
        return new ClaimReleaser(claims, remarks);
    }

    public boolean claimed(InvitationId id) {
        return claims.find(id).isPresent();
    }

    /** @return what ends it */
    public Runnable delegate(String person, String delegate, LocalDate from, LocalDate until) {
        Delegation stored =
                delegations.add(new NewDelegation(person, delegate, from, until, "on leave"), clock.instant());
        return () -> delegations.end(stored.id(), person, clock.instant());
    }

    public void disable(String name) {
        people.computeIfPresent(name, (same, person) -> new Person(name, person.roles(), false));
    }

    /** @param accounts account ids, each with its Regions; none for all */
    public long team(String name, Map<String, String> members, Map<String, List<String>> accounts) {
        return teams.add(of(name, members, accounts), "admin");
    }

    static Team of(String name, Map<String, String> members, Map<String, List<String>> accounts) {
        Map<String, TeamRole> roles = new TreeMap<>();
        members.forEach((person, role) -> roles.put(person, TeamRole.valueOf(role)));
        Map<AccountId, List<Region>> places = new LinkedHashMap<>();
        accounts.forEach((account, regions) -> places.put(
                new AccountId(account), regions.stream().map(Region::new).toList()));
        return new Team(name, roles, places);
    }

    public void claim(InvitationId id, String person, Duration time) {
        claims.give(id, person, person, time, "").orElseThrow();
    }

    public void say(InvitationId id, Comment said, List<String> named) {
        remarks.add(id, said, named);
    }

    public void seen(InvitationId id, String person) {
        remarks.seen(id, person);
    }

    void add(String name, Role... roles) {
        people.put(name, new Person(name, Set.of(roles), true));
    }

    @Override
    public Optional<Person> find(String name) {
        return Optional.ofNullable(people.get(name));
    }

    @Override
    public Optional<Person> findAndHold(String name) {
        return find(name);
    }

    @Override
    public void holdAlone(String name) {}

    @Override
    public List<Person> deciders() {
        return people.values().stream().filter(Person::mayDecide).toList();
    }
}
