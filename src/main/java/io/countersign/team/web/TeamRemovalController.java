package io.countersign.team.web;

import io.countersign.identity.CanAdminister;
import io.countersign.identity.RequiresRecentPassword;
import io.countersign.site.FlashMessages;
import io.countersign.team.persistence.StoredTeam;
import io.countersign.team.persistence.TeamRepository;
import java.security.Principal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Removes a team, after a page that explains the consequences. */
@Controller
@CanAdminister
class TeamRemovalController {

    private final TeamPageAssembler pages;
    private final TeamRepository teamRepository;
    private final TeamService teamService;
    private final FlashMessages flashMessages;

    TeamRemovalController(
            TeamPageAssembler pages,
            TeamRepository teamRepository,
            TeamService teamService,
            FlashMessages flashMessages) {
        this.pages = pages;
        this.teamRepository = teamRepository;
        this.teamService = teamService;
        this.flashMessages = flashMessages;
    }

    @GetMapping("/teams/{id}/removal")
    String ask(@PathVariable long id, Model model) {
        model.addAttribute("stored", pages.stored(id));
        model.addAttribute("last", teamRepository.all().size() == 1);
        return "team/removal";
    }

    @RequiresRecentPassword
    @PostMapping("/teams/{id}/removal")
    String remove(@PathVariable long id, Principal person, RedirectAttributes flash) {
        StoredTeam stored = pages.stored(id);
        teamService.remove(stored.id(), person.getName());
        flashMessages.ok(flash, "team.removed", stored.team().name());
        return "redirect:/teams";
    }
}
