package io.countersign.team.web;

import io.countersign.connection.AccountId;
import io.countersign.connection.Connection;
import io.countersign.connection.Connections;
import io.countersign.connection.KnownAccount;
import io.countersign.connection.KnownAccounts;
import io.countersign.connection.Region;
import io.countersign.identity.Person;
import io.countersign.identity.UserDirectory;
import io.countersign.team.Team;
import io.countersign.team.TeamRole;
import io.countersign.team.persistence.StoredTeam;
import io.countersign.team.persistence.TeamRepository;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;

/** Assembles the team pages. */
@Component
public class TeamPageAssembler {

    private static final int MOST_OFFERED = 200;

    private final TeamRepository teamRepository;
    private final UserDirectory userDirectory;
    private final KnownAccounts knownAccounts;
    private final Connections connections;

    TeamPageAssembler(
            TeamRepository teamRepository,
            UserDirectory userDirectory,
            KnownAccounts knownAccounts,
            Connections connections) {
        this.teamRepository = teamRepository;
        this.userDirectory = userDirectory;
        this.knownAccounts = knownAccounts;
        this.connections = connections;
    }

    /**
     * A user who can be a member.
     *
     * @param role null if the user is not a member
     * @param groupRole the team role through a group of an identity provider; null for none
     */
    record Candidate(
            String name, @Nullable TeamRole role, @Nullable TeamRole groupRole, boolean decides) {}

    /** A connected account to select. */
    record Offer(String account, String name, boolean selected) {}

    /** An account of a team; without Regions, it includes all Regions. */
    record Place(String account, @Nullable String name, String regions) {}

    /** @throws ResponseStatusException 404 if the team does not exist */
    StoredTeam stored(long id) {
        return teamRepository
                .find(id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "This team does not exist."));
    }

    /** Returns the form for a new team. */
    String form(TeamForm form, Model model) {
        return fill(form, form.roles(), null, model);
    }

    /** Returns the form for a stored team. */
    String form(TeamForm form, StoredTeam stored, Model model) {
        model.addAttribute("stored", stored);
        return fill(form, form.roles(), stored, model);
    }

    TeamForm form(StoredTeam stored) {
        Team team = stored.team();
        Set<AccountId> offered = offered();
        Map<AccountId, List<Region>> others = new LinkedHashMap<>(team.accounts());
        others.entrySet().removeIf(each -> each.getValue().isEmpty() && offered.contains(each.getKey()));
        return new TeamForm(
                team.name(),
                team.members().entrySet().stream()
                        .map(member -> member.getKey() + ":" + member.getValue())
                        .toList(),
                team.accounts().keySet().stream()
                        .filter(account -> !others.containsKey(account))
                        .map(AccountId::value)
                        .toList(),
                AccountListParser.text(others, account -> Objects.requireNonNullElse(name(account), "")),
                Integer.toString(stored.version()));
    }

    List<Place> places(Team team) {
        return team.accounts().entrySet().stream()
                .map(each -> new Place(
                        each.getKey().value(),
                        name(each.getKey()),
                        each.getValue().stream().map(Object::toString).collect(Collectors.joining(", "))))
                .toList();
    }

    /** Returns the users who can be members: those who can decide, and current members. */
    Set<String> candidates(@Nullable StoredTeam stored) {
        Set<String> names = new TreeSet<>(
                userDirectory.deciders().stream().map(Person::name).toList());
        if (stored != null) {
            names.addAll(stored.team().members().keySet());
        }
        return names;
    }

    /** Returns the connected accounts; none if there are too many for check boxes. */
    private Set<AccountId> offered() {
        Set<AccountId> connected = connections.all().stream()
                .map(Connection::account)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return connected.size() > MOST_OFFERED ? Set.of() : connected;
    }

    /** Shows the form again with the typed values and the errors. */
    public static void refuse(Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.BAD_REQUEST.value());
        model.addAttribute("refused", true);
    }

    private String fill(TeamForm form, Map<String, TeamRole> roles, @Nullable StoredTeam stored, Model model) {
        Map<String, TeamRole> byGroups = stored == null ? Map.of() : stored.groupMembers();
        Set<String> deciders =
                userDirectory.deciders().stream().map(Person::name).collect(Collectors.toSet());
        model.addAttribute("form", form);
        model.addAttribute("first", !teamRepository.any());
        model.addAttribute(
                "offered",
                offered().stream()
                        .map(account -> new Offer(
                                account.value(),
                                Objects.requireNonNullElse(name(account), account.value()),
                                form.selects(account)))
                        .toList());
        model.addAttribute(
                "candidates",
                candidates(stored).stream()
                        .map(name -> new Candidate(name, roles.get(name), byGroups.get(name), deciders.contains(name)))
                        .toList());
        return "team/form";
    }

    private @Nullable String name(AccountId account) {
        return knownAccounts.find(account.value()).map(KnownAccount::name).orElse(null);
    }
}
