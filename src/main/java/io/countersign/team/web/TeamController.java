package io.countersign.team.web;

import io.countersign.identity.CanAdminister;
import io.countersign.identity.RequiresRecentPassword;
import io.countersign.site.FlashMessages;
import io.countersign.team.persistence.StoredTeam;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.security.Principal;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Adds and changes teams. */
@Controller
@CanAdminister
class TeamController {

    private final TeamPageAssembler pages;
    private final TeamService teamService;
    private final FlashMessages flashMessages;

    TeamController(TeamPageAssembler pages, TeamService teamService, FlashMessages flashMessages) {
        this.pages = pages;
        this.teamService = teamService;
        this.flashMessages = flashMessages;
    }

    @GetMapping("/teams/new")
    String form(Model model) {
        return pages.form(TeamForm.empty(), model);
    }

    @RequiresRecentPassword
    @PostMapping("/teams")
    String add(
            @Valid @ModelAttribute("form") TeamForm form,
            BindingResult errors,
            Principal person,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        form.check(errors, pages.candidates(null));
        Optional<Long> id = unlessRefused(errors, () -> teamService.add(form.team(), person.getName()));
        if (id.isEmpty()) {
            TeamPageAssembler.refuse(model, response);
            return pages.form(form, model);
        }
        flashMessages.ok(flash, "team.added");
        return "redirect:/teams/" + id.get();
    }

    @GetMapping("/teams/{id}/edit")
    String edit(@PathVariable long id, Model model) {
        StoredTeam stored = pages.stored(id);
        return pages.form(pages.form(stored), stored, model);
    }

    @RequiresRecentPassword
    @PostMapping("/teams/{id}")
    String change(
            @PathVariable long id,
            @Valid @ModelAttribute("form") TeamForm form,
            BindingResult errors,
            Principal person,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        StoredTeam stored = pages.stored(id);
        form.check(errors, pages.candidates(stored));
        Optional<Boolean> changed = unlessRefused(
                errors, () -> teamService.change(stored.id(), form.team(), form.seenVersion(), person.getName()));
        if (changed.isEmpty()) {
            TeamPageAssembler.refuse(model, response);
            return pages.form(form, stored, model);
        }
        if (changed.get()) {
            flashMessages.ok(flash, "team.changed");
            return "redirect:/teams/" + id;
        }
        return overtaken(form, pages.stored(id), model, response);
    }

    /** Keeps the typed values and shows the stored values beside them; the next submit replaces the stored values. */
    private String overtaken(TeamForm form, StoredTeam now, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.CONFLICT.value());
        model.addAttribute("differences", TeamDifference.between(form.team(), now.team()));
        return pages.form(form.at(now.version()), now, model);
    }

    /** Returns empty, with the reason in the errors, if the form is invalid or the name is taken. */
    private static <T> Optional<T> unlessRefused(BindingResult errors, Supplier<T> change) {
        try {
            return errors.hasErrors() ? Optional.empty() : Optional.of(change.get());
        } catch (TeamNameTakenException taken) {
            errors.rejectValue("name", "team.name.taken");
            return Optional.empty();
        }
    }
}
