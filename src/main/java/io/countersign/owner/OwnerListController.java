package io.countersign.owner;

import io.countersign.connection.AccountId;
import io.countersign.identity.CanLead;
import io.countersign.identity.CanRead;
import io.countersign.identity.RequiresRecentPassword;
import io.countersign.site.FlashMessages;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lists the owner directory and adds accounts to it. */
@Controller
class OwnerListController {

    private final OwnerPageAssembler pages;
    private final OwnerService changes;
    private final FlashMessages flashMessages;

    OwnerListController(OwnerPageAssembler pages, OwnerService changes, FlashMessages flashMessages) {
        this.pages = pages;
        this.changes = changes;
        this.flashMessages = flashMessages;
    }

    @CanRead
    @GetMapping("/owners")
    String list(Model model) {
        return pages.list(model);
    }

    /** @param account prefilled if the user comes from an invitation of that account */
    @CanLead
    @GetMapping("/owners/new")
    String form(@RequestParam(required = false) @Nullable AccountId account, Model model) {
        return pages.form(OwnerForm.empty(account == null ? "" : account.value()), model);
    }

    @CanLead
    @RequiresRecentPassword
    @PostMapping("/owners")
    String add(
            @Valid @ModelAttribute("form") OwnerForm form,
            BindingResult errors,
            Principal person,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        if (!errors.hasErrors() && !changes.add(form.details(), person.getName())) {
            errors.rejectValue("accountId", "owner.accountId.present");
        }
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute("refused", true);
            return pages.form(form, model);
        }
        flashMessages.ok(flash, "owner.added", form.details().name());
        return "redirect:/owners";
    }
}
