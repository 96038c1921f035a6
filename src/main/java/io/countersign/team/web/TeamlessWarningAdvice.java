package io.countersign.team.web;

import io.countersign.identity.Role;
import io.countersign.team.access.TeamlessAccounts;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Offers the warning about accounts without a team to every page. */
@ControllerAdvice(annotations = Controller.class)
class TeamlessWarningAdvice {

    private final TeamlessAccounts accounts;

    TeamlessWarningAdvice(TeamlessAccounts accounts) {
        this.accounts = accounts;
    }

    @ModelAttribute("teamless")
    TeamlessWarning teamless(HttpServletRequest request) {
        return new TeamlessWarning(accounts, request.isUserInRole(Role.ADMIN.name()));
    }
}
