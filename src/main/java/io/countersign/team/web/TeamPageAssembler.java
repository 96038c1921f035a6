package io.countersign.team.web;

import io.countersign.connection.AccountId;
import io.countersign.connection.KnownAccount;
import io.countersign.connection.KnownAccounts;
import io.countersign.identity.Person;
import io.countersign.identity.UserDirectory;
import io.countersign.team.Team;
import io.countersign.team.TeamRole;
import io.countersign.team.persistence.StoredTeam;
import io.countersign.team.persistence.TeamRepository;
import jakarta.servlet.http.HttpServletResponse;
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

/** What the pages of teams share. */
@Component
public class TeamPageAssembler {

    private final TeamRepository teamRepository;
    private final UserDirectory userDirectory;
    private final KnownAccounts knownAccounts;

    TeamPageAssembler(TeamRepository teamRepository, UserDirectory userDirectory, KnownAccounts knownAccounts) {
        this.teamRepository = teamRepository;
        this.userDirectory = userDirectory;
        this.knownAccounts = knownAccounts;
    }

    /** A person who may be a member, and as what they are one: null where they are none. */
    record Candidate(String name, @Nullable TeamRole role, boolean decides) {}

    /** An account a team looks after; the Regions are empty where it looks after all of them. */
    record Place(String account, @Nullable String name, String regions) {}

    /** @throws ResponseStatusException 404 if there is no such team */
    StoredTeam stored(long id) {
        return teamRepository
                .find(id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "This team does not exist."));
    }

    /** A form for a new team. */
    String form(TeamForm form, Model model) {
        return fill(form, form.roles(), null, model);
    }

    /** A form for one that is stored. */
    String form(TeamForm form, StoredTeam stored, Model model) {
        model.addAttribute("stored", stored);
        return fill(form, form.roles(), stored, model);
    }

    TeamForm form(StoredTeam stored) {
        Team team = stored.team();
        return new TeamForm(
                team.name(),
                team.members().entrySet().stream()
                        .map(member -> member.getKey() + ":" + member.getValue())
                        .toList(),
                AccountListParser.text(team.accounts(), account -> Objects.requireNonNullElse(name(account), "")),
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

    /** Who may be a member: whoever decides, and whoever is one already. */
    Set<String> candidates(@Nullable StoredTeam stored) {
        Set<String> names = new TreeSet<>(
                userDirectory.deciders().stream().map(Person::name).toList());
        if (stored != null) {
            names.addAll(stored.team().members().keySet());
        }
        return names;
    }

    /** The page comes back with what was typed, and says what is wrong with it. */
    public static void refuse(Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.BAD_REQUEST.value());
        model.addAttribute("refused", true);
    }

    private String fill(TeamForm form, Map<String, TeamRole> roles, @Nullable StoredTeam stored, Model model) {
        Set<String> deciders =
                userDirectory.deciders().stream().map(Person::name).collect(Collectors.toSet());
        model.addAttribute("form", form);
        model.addAttribute("first", !teamRepository.any());
        model.addAttribute(
                "candidates",
                candidates(stored).stream()
                        .map(name -> new Candidate(name, roles.get(name), deciders.contains(name)))
                        .toList());
        return "team/form";
    }

    private @Nullable String name(AccountId account) {
        return knownAccounts.find(account.value()).map(KnownAccount::name).orElse(null);
    }
}
