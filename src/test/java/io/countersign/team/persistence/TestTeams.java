package io.countersign.team.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.connection.AccountId;
import io.countersign.connection.InvitationId;
import io.countersign.connection.Region;
import io.countersign.identity.Person;
import io.countersign.identity.PersonName;
import io.countersign.identity.PersonRepository;
import io.countersign.identity.Role;
import io.countersign.identity.UserDirectory;
import io.countersign.invitation.queue.BadgeMatcher;
import io.countersign.team.Comment;
import io.countersign.team.Delegation;
import io.countersign.team.DelegationProperties;
import io.countersign.team.DelegationRequest;
import io.countersign.team.Team;
import io.countersign.team.TeamRole;
import io.countersign.team.access.AssignmentPanelAssembler;
import io.countersign.team.access.ClaimReleaser;
import io.countersign.team.access.EligibleReviewers;
import io.countersign.team.access.ReviewerAccess;
import io.countersign.team.access.ReviewerContextResolver;
import io.countersign.team.access.VisibilityResolver;
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

/** Teams on a test database, with users whose names show their roles: ann, ben and cid decide, lea and max lead. */
public final class TestTeams implements PersonRepository, UserDirectory {

    private final Map<String, Person> people = new TreeMap<>();
    private final JdbcClient jdbc;
    private final TeamRepository teamRepository;
    private final ClaimRepository claimRepository;
    private final PersonalWorkRepository personalWork;
    private final CommentRepository commentRepository;
    private final MembershipRepository membershipRepository;
    private final DelegationRepository delegationRepository;
    private final InstantSource clock;
    private final EligibleReviewers eligibleReviewers;

    public TestTeams(DataSource dataSource, InstantSource clock) {
        List.of("ann", "ben", "cid").forEach(name -> add(name, Role.REVIEWER));
        List.of("lea", "max").forEach(name -> add(name, Role.LEAD));
        add("auditor", Role.AUDITOR);
        add("admin", Role.ADMIN);
        jdbc = JdbcClient.create(dataSource);
        membershipRepository = new MembershipRepository(jdbc);
        teamRepository = new TeamRepository(new NamedParameterJdbcTemplate(dataSource), clock);
        claimRepository = new ClaimRepository(jdbc, clock);
        commentRepository = new CommentRepository(jdbc);
        personalWork = new PersonalWorkRepository(jdbc, new DelegationProperties(true), clock);
        delegationRepository = new DelegationRepository(jdbc);
        this.clock = clock;

        eligibleReviewers = new EligibleReviewers(this, membershipRepository);
    }

    public ReviewerAccess access() {
        return access(true);
    }

    /** @param delegation whether delegation is allowed */
    public ReviewerAccess access(boolean delegation) {
        StaticMessageSource words = new StaticMessageSource();
        words.setUseCodeAsDefaultMessage(true);
        ReviewFactsRepository reviewFacts =
                new ReviewFactsRepository(jdbc, new DelegationProperties(delegation), clock);
        return new ReviewerAccess(
                new VisibilityResolver(
                        this,
                        membershipRepository,
                        claimRepository,
                        commentRepository,
                        personalWork,
                        new BadgeMatcher(null, null)),
                new ReviewerContextResolver(this, membershipRepository, reviewFacts),
                claimRepository,
                commentRepository,
                new AssignmentPanelAssembler(eligibleReviewers, reviewFacts),
                null,
                words);
    }

    public TeamRepository repository() {
        return teamRepository;
    }

    public ClaimReleaser claimReleaser() {
        return new ClaimReleaser(claimRepository, commentRepository);
    }

    public boolean claimed(InvitationId id) {
        return claimRepository.all().containsKey(id);
    }

    /** @return the action of the delegate that accepts it */
    public Runnable nameDelegate(String person, String delegate, LocalDate from, LocalDate until) {
        Delegation stored = delegationRepository.add(
                new DelegationRequest(person, delegate, from, until, "on leave"), clock.instant());
        return () -> assertThat(delegationRepository.accept(stored.id(), from, clock.instant()))
                .isTrue();
    }

    /** @return an action that ends the accepted delegation */
    public Runnable delegate(String person, String delegate, LocalDate from, LocalDate until) {
        Delegation stored = delegationRepository.add(
                new DelegationRequest(person, delegate, from, until, "on leave"), clock.instant());
        delegationRepository.accept(stored.id(), from, clock.instant());
        return () -> delegationRepository.end(stored.id(), person, clock.instant());
    }

    public void disable(String name) {
        people.computeIfPresent(name, (same, person) -> new Person(name, person.roles(), false));
    }

    /** @param accounts the Regions by account id; none for all Regions */
    public long team(String name, Map<String, String> members, Map<String, List<String>> accounts) {
        return teamRepository.add(of(name, members, accounts), "admin");
    }

    public static Team of(String name, Map<String, String> members, Map<String, List<String>> accounts) {
        Map<String, TeamRole> roles = new TreeMap<>();
        members.forEach((person, role) -> roles.put(person, TeamRole.valueOf(role)));
        Map<AccountId, List<Region>> places = new LinkedHashMap<>();
        accounts.forEach((account, regions) -> places.put(
                new AccountId(account), regions.stream().map(Region::new).toList()));
        return new Team(name, roles, places);
    }

    public void claim(InvitationId id, String person, Duration time) {
        claimRepository.give(id, person, person, time, "").orElseThrow();
    }

    public void say(InvitationId id, Comment said, List<String> named) {
        commentRepository.add(id, said, named);
    }

    public void seen(InvitationId id, String person) {
        commentRepository.seen(id, person);
    }

    void add(String name, Role... roles) {
        people.put(name, new Person(name, Set.of(roles), true));
    }

    @Override
    public Optional<Person> find(String name) {
        return Optional.ofNullable(people.get(name));
    }

    @Override
    public Optional<Person> findTyped(String typedName) {
        return people.values().stream()
                .filter(person -> PersonName.same(person.name(), typedName))
                .findFirst();
    }

    @Override
    public Optional<Person> findAndHold(String name) {
        return find(name);
    }

    @Override
    public void holdAlone(String name) {}

    @Override
    public List<String> admins() {
        return List.of();
    }

    @Override
    public List<Person> deciders() {
        return people.values().stream().filter(Person::mayDecide).toList();
    }
}
