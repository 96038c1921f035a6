package io.countersign.team.web;

import io.countersign.identity.CanRead;
import io.countersign.identity.Role;
import io.countersign.team.persistence.StoredTeam;
import io.countersign.team.persistence.TeamRepository;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Lists the teams; all users can see them. */
@Controller
@CanRead
class TeamListController {

    private final TeamRepository teamRepository;
    private final TeamPageAssembler pages;

    TeamListController(TeamRepository teamRepository, TeamPageAssembler pages) {
        this.teamRepository = teamRepository;
        this.pages = pages;
    }

    @GetMapping("/teams")
    String list(HttpServletRequest request, Model model) {
        model.addAttribute("admin", isAdmin(request));
        model.addAttribute("teams", teamRepository.all());
        return "team/list";
    }

    @GetMapping("/teams/{id}")
    String show(@PathVariable long id, Principal person, HttpServletRequest request, Model model) {
        model.addAttribute("admin", isAdmin(request));
        StoredTeam stored = pages.stored(id);
        model.addAttribute("stored", stored);
        model.addAttribute("places", pages.places(stored.team()));
        model.addAttribute("leads", stored.ledBy(person.getName()));
        return "team/team";
    }

    private static boolean isAdmin(HttpServletRequest request) {
        return request.isUserInRole(Role.ADMIN.name());
    }
}
