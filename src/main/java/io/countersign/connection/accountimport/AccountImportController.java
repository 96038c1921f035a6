package io.countersign.connection.accountimport;

import io.countersign.connection.AccountId;
import io.countersign.connection.organization.OrganizationAccount;
import io.countersign.connection.organization.OrganizationOutcome;
import io.countersign.connection.organization.OrganizationReader;
import io.countersign.connection.registry.NewConnections;
import io.countersign.connection.registry.OrganizationAccountService;
import io.countersign.connection.role.OrganizationRoles;
import io.countersign.connection.test.BulkConnectionTest;
import io.countersign.connection.web.ConnectionPageAssembler;
import io.countersign.identity.CanAdminister;
import io.countersign.identity.RequiresRecentPassword;
import io.countersign.site.FlashMessages;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lists the AWS organization and connects the accounts that an admin selects. */
@Controller
class AccountImportController {

    private final AccountImportPageAssembler imports;
    private final OrganizationRoles roles;
    private final BulkConnectionTest tests;
    private final NewConnections newConnections;
    private final OrganizationReader organization;
    private final OrganizationAccountService organizationAccounts;
    private final FlashMessages flashMessages;

    AccountImportController(
            AccountImportPageAssembler imports,
            OrganizationRoles roles,
            BulkConnectionTest tests,
            NewConnections newConnections,
            OrganizationReader organization,
            OrganizationAccountService organizationAccounts,
            FlashMessages flashMessages) {
        this.imports = imports;
        this.roles = roles;
        this.tests = tests;
        this.newConnections = newConnections;
        this.organization = organization;
        this.organizationAccounts = organizationAccounts;
        this.flashMessages = flashMessages;
    }

    @CanAdminister
    @GetMapping("/connections/import")
    String form(@RequestParam(defaultValue = "1") int page, HttpSession session, Model model) {
        return show(imports.empty(roles.externalId(session)), page, session, model);
    }

    /** @param via the connected account whose credentials are used; empty for the credentials of the process */
    @CanAdminister
    @RequiresRecentPassword
    @PostMapping("/connections/import")
    String read(@RequestParam(required = false) @Nullable AccountId via, Principal person, RedirectAttributes flash) {
        OrganizationOutcome outcome = organization.list(Optional.ofNullable(via));
        if (outcome instanceof OrganizationOutcome.Listed listed) {
            organizationAccounts.store(listed.accounts(), person.getName());
            flashMessages.ok(flash, "connection.import.done", listed.accounts().size());
        } else if (outcome instanceof OrganizationOutcome.NotListed failed) {
            flashMessages.error(
                    flash,
                    "connection.import.failed",
                    new DefaultMessageSourceResolvable(
                            "failure." + failed.failure().kind() + ".short"),
                    failed.failure().message());
        }
        return "redirect:/connections/import";
    }

    @CanAdminister
    @RequiresRecentPassword
    @PostMapping("/connections/import/choices")
    String connect(
            @ModelAttribute("form") AccountImportForm form,
            BindingResult errors,
            Principal person,
            HttpSession session,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        List<OrganizationAccount> chosen = imports.chosen(form);
        form.check(chosen, errors);
        newConnections.checkTeam(form.team(), errors);
        if (errors.hasErrors()) {
            ConnectionPageAssembler.refuse(model, response);
            return show(form, 1, session, model);
        }
        int added = newConnections.addImported(form.connections(chosen), form.team(), person.getName());
        flashMessages.ok(flash, "connection.import.connected", added, chosen.size() - added);
        return "redirect:/connections";
    }

    /** Tests the selected accounts with the values of the form before they are connected. */
    @CanAdminister
    @PostMapping("/connections/import/tests")
    String test(
            @ModelAttribute("form") AccountImportForm typed,
            BindingResult errors,
            @RequestParam(required = false) @Nullable List<String> answered,
            Principal person,
            HttpSession session,
            Model model,
            HttpServletResponse response)
            throws InterruptedException {
        AccountImportForm form = typed.only(answered);
        List<OrganizationAccount> chosen = imports.chosen(form);
        form.check(chosen, errors);
        if (chosen.size() > BulkConnectionTest.MOST) {
            errors.rejectValue("accounts", "connection.import.test.many", new Object[] {BulkConnectionTest.MOST}, null);
        }
        if (errors.hasErrors()) {
            ConnectionPageAssembler.refuse(model, response);
        } else {
            List<BulkConnectionTest.Result> results = tests.run(form.connections(chosen), person.getName());
            model.addAttribute("results", results);
            ConnectionPageAssembler.offer(BulkConnectionTest.answered(results), form.regions(), model);
        }
        return show(form, 1, session, model);
    }

    private String show(AccountImportForm form, int page, HttpSession session, Model model) {
        model.addAttribute("setup", roles.setup(session));
        return imports.show(form, page, model);
    }
}
