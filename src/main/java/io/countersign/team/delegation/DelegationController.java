package io.countersign.team.delegation;

import io.countersign.identity.CanDecide;
import io.countersign.identity.CanRead;
import io.countersign.identity.RequiresRecentPassword;
import io.countersign.identity.Role;
import io.countersign.site.Dates;
import io.countersign.site.FlashMessages;
import io.countersign.team.Delegation;
import io.countersign.team.web.TeamPageAssembler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.security.Principal;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Lists, adds, accepts and ends delegations. The represented user adds one, the delegate accepts it, and either user or an
 * admin ends it.
 */
@Controller
class DelegationController {

    private final DelegationPageAssembler pages;
    private final DelegationValidator validator;
    private final DelegationService changes;
    private final FlashMessages flashMessages;

    DelegationController(
            DelegationPageAssembler pages,
            DelegationValidator validator,
            DelegationService changes,
            FlashMessages flashMessages) {
        this.pages = pages;
        this.validator = validator;
        this.changes = changes;
        this.flashMessages = flashMessages;
    }

    @CanRead
    @GetMapping("/delegations")
    String list(Principal person, Model model) {
        return pages.show(DelegationForm.empty(), person.getName(), model);
    }

    @CanDecide
    @RequiresRecentPassword
    @PostMapping("/delegations")
    String give(
            @Valid @ModelAttribute("form") DelegationForm form,
            BindingResult errors,
            Principal person,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        validator.check(form, person.getName(), errors);
        Optional<Delegation> before =
                errors.hasErrors() ? Optional.empty() : changes.give(form.toCommand(person.getName()));
        before.ifPresent(same -> errors.rejectValue(
                "from",
                "team.delegation.overlaps",
                new Object[] {same.delegate(), Dates.day(same.from()), Dates.day(same.until())},
                null));
        if (errors.hasErrors()) {
            TeamPageAssembler.refuse(model, response);
            return pages.show(form, person.getName(), model);
        }
        flashMessages.ok(flash, "team.delegation.given", pages.storedName(form));
        return "redirect:/delegations";
    }

    @CanDecide
    @RequiresRecentPassword
    @PostMapping("/delegations/{id}/acceptance")
    String accept(@PathVariable long id, Principal person, RedirectAttributes flash) {
        Delegation delegation = pages.stored(id);
        if (changes.accept(delegation, person.getName(), pages.today())) {
            flashMessages.ok(flash, "team.delegation.accepted", delegation.person());
        } else {
            flashMessages.warn(flash, "team.delegation.accepted.before");
        }
        return "redirect:/delegations";
    }

    @CanRead
    @PostMapping("/delegations/{id}/end")
    String end(@PathVariable long id, Principal person, HttpServletRequest request, RedirectAttributes flash) {
        Delegation delegation = pages.stored(id);
        if (changes.end(delegation, person.getName(), request.isUserInRole(Role.ADMIN.name()))) {
            flashMessages.ok(flash, endOf(pages.stored(id)), delegation.delegate(), delegation.person());
        } else {
            flashMessages.warn(flash, "team.delegation.ended.before");
        }
        return "redirect:/delegations";
    }

    private String endOf(Delegation ended) {
        if (ended.declined()) {
            return "team.delegation.declined";
        }
        if (ended.acceptedAt() == null) {
            return "team.delegation.withdrawn";
        }
        return ended.on(pages.today()) == Delegation.State.ENDED ? "team.delegation.ended" : "team.delegation.canceled";
    }
}
