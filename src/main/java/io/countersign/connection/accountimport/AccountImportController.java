package io.countersign.connection.accountimport;

import io.countersign.connection.AccountId;
import io.countersign.connection.organization.OrganizationAccount;
import io.countersign.connection.organization.OrganizationOutcome;
import io.countersign.connection.organization.OrganizationReader;
import io.countersign.connection.registry.ConnectionService;
import io.countersign.connection.registry.OrganizationAccountService;
import io.countersign.connection.web.ConnectionPageAssembler;
import io.countersign.identity.CanAdminister;
import io.countersign.identity.RequiresRecentPassword;
import io.countersign.site.FlashMessages;
import jakarta.servlet.http.HttpServletResponse;
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
    private final ConnectionPageAssembler pages;
    private final ConnectionService changes;
    private final OrganizationReader organization;
    private final OrganizationAccountService organizationAccounts;
    private final FlashMessages flashMessages;

    AccountImportController(
            AccountImportPageAssembler imports,
            ConnectionPageAssembler pages,
            ConnectionService changes,
            OrganizationReader organization,
            OrganizationAccountService organizationAccounts,
            FlashMessages flashMessages) {
        this.imports = imports;
        this.pages = pages;
        this.changes = changes;
        this.organization = organization;
        this.organizationAccounts = organizationAccounts;
        this.flashMessages = flashMessages;
    }

    @CanAdminister
    @GetMapping("/connections/import")
    String form(@RequestParam(defaultValue = "1") int page, Model model) {
        return imports.show(AccountImportForm.empty(), page, model);
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
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        List<OrganizationAccount> chosen = imports.chosen(form);
        form.check(chosen, errors);
        if (errors.hasErrors()) {
            ConnectionPageAssembler.refuse(model, response);
            return imports.show(form, 1, model);
        }
        int added =
                changes.addImported(form.connections(chosen), person.getName()).size();
        flashMessages.ok(flash, "connection.import.connected", added, chosen.size() - added);
        return "redirect:/connections";
    }
}
