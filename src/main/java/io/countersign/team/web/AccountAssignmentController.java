package io.countersign.team.web;

import io.countersign.connection.AccountId;
import io.countersign.identity.CanAdminister;
import io.countersign.identity.CanRead;
import io.countersign.identity.RequiresRecentPassword;
import io.countersign.site.FlashMessages;
import io.countersign.team.access.TeamlessAccounts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lists the accounts without a team, and lets admins assign them. */
@Controller
class AccountAssignmentController {

    private final AccountAssignmentAssembler pages;
    private final TeamlessAccounts teamless;
    private final TeamService teamService;
    private final FlashMessages flashMessages;

    AccountAssignmentController(
            AccountAssignmentAssembler pages,
            TeamlessAccounts teamless,
            TeamService teamService,
            FlashMessages flashMessages) {
        this.pages = pages;
        this.teamless = teamless;
        this.teamService = teamService;
        this.flashMessages = flashMessages;
    }

    @CanRead
    @GetMapping("/teams/unassigned")
    String list(@RequestParam(defaultValue = "1") int page, HttpServletRequest request, Model model) {
        return pages.show(AccountAssignmentForm.EMPTY, page, request, model);
    }

    @CanAdminister
    @RequiresRecentPassword
    @PostMapping("/teams/unassigned")
    String assign(
            @ModelAttribute("form") AccountAssignmentForm form,
            BindingResult errors,
            Principal person,
            HttpServletRequest request,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        List<AccountId> selected =
                teamless.regions().keySet().stream().filter(form::selects).toList();
        form.check(selected, errors);
        if (!errors.hasErrors() && !teamService.addAccounts(form.teamId(), selected, person.getName())) {
            errors.rejectValue("team", "team.unassigned.team.missing");
        }
        if (errors.hasErrors()) {
            TeamPageAssembler.refuse(model, response);
            return pages.show(form, 1, request, model);
        }
        flashMessages.ok(flash, "team.unassigned.done", selected.size());
        return "redirect:/teams/" + form.teamId();
    }
}
