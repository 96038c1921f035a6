package io.countersign.team.web;

import io.countersign.identity.CanDecide;
import io.countersign.identity.InvitationAccessDeniedException;
import io.countersign.identity.RequiresRecentPassword;
import io.countersign.site.FlashMessages;
import io.countersign.team.persistence.StoredTeam;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lets the leads of a team change its members; only admins change its accounts. */
@Controller
@CanDecide
class TeamMembersController {

    private final TeamPageAssembler pages;
    private final TeamService teamService;
    private final FlashMessages flashMessages;
    private final MessageSourceAccessor messages;

    TeamMembersController(
            TeamPageAssembler pages, TeamService teamService, MessageSource messages, FlashMessages flashMessages) {
        this.pages = pages;
        this.teamService = teamService;
        this.messages = new MessageSourceAccessor(messages);
        this.flashMessages = flashMessages;
    }

    @GetMapping("/teams/{id}/members")
    String form(@PathVariable long id, Principal person, Model model) {
        StoredTeam stored = led(id, person);
        return membersForm(pages.form(stored), stored, model);
    }

    @RequiresRecentPassword
    @PostMapping("/teams/{id}/members")
    String change(
            @PathVariable long id,
            @ModelAttribute("form") TeamForm form,
            BindingResult errors,
            Principal person,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        StoredTeam stored = led(id, person);
        form.checkMembers(errors, pages.candidates(stored));
        if (errors.hasErrors()) {
            TeamPageAssembler.refuse(model, response);
            return membersForm(form, stored, model);
        }
        if (teamService.changeMembers(stored.id(), form.roles(), form.seenVersion(), person.getName())) {
            flashMessages.ok(flash, "team.changed");
            return "redirect:/teams/" + id;
        }
        return overtaken(form, pages.stored(id), model, response);
    }

    private String overtaken(TeamForm form, StoredTeam now, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.CONFLICT.value());
        model.addAttribute("differences", TeamDifference.between(now.team().withMembers(form.roles()), now.team()));
        return membersForm(form.at(now.version()), now, model);
    }

    private String membersForm(TeamForm form, StoredTeam stored, Model model) {
        model.addAttribute("membersOnly", true);
        return pages.form(form, stored, model);
    }

    private StoredTeam led(long id, Principal person) {
        StoredTeam stored = pages.stored(id);
        if (!stored.ledBy(person.getName())) {
            throw new InvitationAccessDeniedException(messages.getMessage("team.not-its-lead"));
        }
        return stored;
    }
}
