package io.countersign.team.delegation;

import io.countersign.identity.Person;
import io.countersign.identity.PersonName;
import io.countersign.identity.PersonRepository;
import io.countersign.team.access.ActiveDelegations;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/** Checks a delegation against the stored users and the current day. */
@Component
class DelegationValidator {

    private final ActiveDelegations activeDelegations;
    private final PersonRepository personRepository;

    DelegationValidator(ActiveDelegations activeDelegations, PersonRepository personRepository) {
        this.activeDelegations = activeDelegations;
        this.personRepository = personRepository;
    }

    void check(DelegationForm form, String person, Errors errors) {
        if (!activeDelegations.allowed()) {
            errors.reject("team.delegation.forbidden");
            return;
        }
        checkDelegate(form.delegate(), person, errors);
        form.checkDays(errors, activeDelegations.today());
    }

    private void checkDelegate(String name, String person, Errors errors) {
        Optional<Person> known = personRepository.findTyped(name).filter(Person::enabled);
        if (name.isEmpty()) {
            errors.rejectValue("delegate", "team.delegation.delegate.missing");
        } else if (PersonName.same(name, person)) {
            errors.rejectValue("delegate", "team.delegation.delegate.self");
        } else if (known.isEmpty()) {
            errors.rejectValue("delegate", "team.delegation.delegate.unknown", new Object[] {name}, null);
        } else if (!known.get().mayDecide()) {
            errors.rejectValue("delegate", "team.delegation.delegate.decides-not", new Object[] {name}, null);
        }
    }
}
