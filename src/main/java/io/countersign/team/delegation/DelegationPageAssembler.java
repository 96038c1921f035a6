package io.countersign.team.delegation;

import io.countersign.identity.Person;
import io.countersign.identity.PersonRepository;
import io.countersign.identity.Role;
import io.countersign.identity.UserDirectory;
import io.countersign.team.Delegation;
import io.countersign.team.Delegation.State;
import io.countersign.team.access.ActiveDelegations;
import io.countersign.team.persistence.DelegationRepository;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;

/**
 * Assembles the delegations page with the user's own delegations or, for roles that see everything, all delegations.
 */
@Component
class DelegationPageAssembler {

    private final DelegationRepository delegationRepository;
    private final ActiveDelegations activeDelegations;
    private final PersonRepository personRepository;
    private final UserDirectory userDirectory;

    DelegationPageAssembler(
            DelegationRepository delegationRepository,
            ActiveDelegations activeDelegations,
            PersonRepository personRepository,
            UserDirectory userDirectory) {
        this.delegationRepository = delegationRepository;
        this.activeDelegations = activeDelegations;
        this.personRepository = personRepository;
        this.userDirectory = userDirectory;
    }

    /**
     * @param mayAccept whether the reader may accept or decline it
     * @param mayEnd whether the reader may end it early
     */
    record Row(
            long id,
            String person,
            String delegate,
            LocalDate from,
            LocalDate until,
            String reason,
            State state,
            @Nullable String endedBy,
            boolean mayAccept,
            boolean mayEnd) {}

    LocalDate today() {
        return activeDelegations.today();
    }

    /** @throws ResponseStatusException 404 if the delegation does not exist */
    Delegation stored(long id) {
        return delegationRepository
                .find(id)
                .orElseThrow(
                        () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "This delegation does not exist."));
    }

    String storedName(DelegationForm form) {
        return personRepository.findTyped(form.delegate()).map(Person::name).orElse(form.delegate());
    }

    String show(DelegationForm form, String name, Model model) {
        Optional<Person> person = personRepository.find(name).filter(Person::enabled);
        boolean all = person.filter(known -> known.seesAll() || known.roles().contains(Role.LEAD))
                .isPresent();
        boolean admin =
                person.filter(known -> known.roles().contains(Role.ADMIN)).isPresent();
        model.addAttribute("form", form);
        model.addAttribute("all", all);
        model.addAttribute("allowed", activeDelegations.allowed());
        model.addAttribute(
                "gives",
                activeDelegations.allowed() && person.filter(Person::mayDecide).isPresent());
        model.addAttribute("today", activeDelegations.today());
        model.addAttribute("most", DelegationForm.MOST_DAYS);
        model.addAttribute("colleagues", colleagues(name));
        model.addAttribute("rows", rows(all ? delegationRepository.all() : delegationRepository.of(name), name, admin));
        return "team/delegations";
    }

    private List<String> colleagues(String name) {
        return userDirectory.deciders().stream()
                .map(Person::name)
                .filter(each -> !each.equals(name))
                .toList();
    }

    private List<Row> rows(List<Delegation> found, String name, boolean admin) {
        LocalDate today = activeDelegations.today();
        return found.stream().map(each -> row(each, today, name, admin)).toList();
    }

    private static Row row(Delegation each, LocalDate today, String name, boolean admin) {
        State state = each.on(today);
        boolean mayAccept = state == State.PENDING && each.delegate().equals(name);
        boolean open = EnumSet.of(State.PENDING, State.COMING, State.RUNNING).contains(state);
        return new Row(
                each.id(),
                each.person(),
                each.delegate(),
                each.from(),
                each.until(),
                each.reason(),
                state,
                each.endedBy(),
                mayAccept,
                (admin || each.concerns(name)) && open);
    }
}
