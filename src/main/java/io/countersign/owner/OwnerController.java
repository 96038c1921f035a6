package io.countersign.owner;

import io.countersign.connection.AccountId;
import io.countersign.identity.CanLead;
import io.countersign.identity.RequiresRecentPassword;
import io.countersign.owner.OwnerAccount.OwnerDetails;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Changes or removes an account of the owner directory. */
@CanLead
@Controller
class OwnerController {

    private final OwnerPageAssembler pages;
    private final OwnerService changes;
    private final PendingOwnerChanges pending;
    private final FlashMessages flashMessages;

    OwnerController(
            OwnerPageAssembler pages, OwnerService changes, PendingOwnerChanges pending, FlashMessages flashMessages) {
        this.pages = pages;
        this.changes = changes;
        this.pending = pending;
        this.flashMessages = flashMessages;
    }

    @GetMapping("/owners/{accountId}")
    String show(@PathVariable AccountId accountId, Model model) {
        OwnerAccount stored = pages.stored(accountId);
        return pages.form(OwnerForm.of(stored), stored, model);
    }

    @RequiresRecentPassword
    @PostMapping("/owners/{accountId}")
    String change(
            @PathVariable AccountId accountId,
            @Valid @ModelAttribute("form") OwnerForm typed,
            BindingResult errors,
            Principal person,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        OwnerAccount stored = pages.stored(accountId);
        OwnerForm form = typed.with(accountId, typed.seenVersion());
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute("refused", true);
            return pages.form(form, stored, model);
        }
        if (changes.change(form.details(), form.seenVersion(), person.getName())) {
            saved(flash, "owner.changed", form.details());
            return "redirect:/owners";
        }
        return pages.overtaken(form, pages.stored(stored.account()), model, response);
    }

    @RequiresRecentPassword
    @PostMapping("/owners/{accountId}/removal")
    String remove(
            @PathVariable AccountId accountId,
            @ModelAttribute("form") OwnerForm form,
            Principal person,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        OwnerAccount stored = pages.stored(accountId);
        if (changes.remove(accountId, form.seenVersion(), person.getName())) {
            saved(flash, "owner.removed", stored.details());
            return "redirect:/owners";
        }
        response.setStatus(HttpStatus.CONFLICT.value());
        model.addAttribute("overtaken", true);
        OwnerAccount now = pages.stored(accountId);
        return pages.form(OwnerForm.of(now), now, model);
    }

    private void saved(RedirectAttributes flash, String message, OwnerDetails details) {
        @Nullable
        String stillTreatedAs =
                pending.stillTreatedAs(details.account().value()).orElse(null);
        if (stillTreatedAs == null) {
            flashMessages.ok(flash, message, details.name());
        } else {
            flashMessages.warn(flash, message + ".pending", details.name(), stillTreatedAs);
        }
    }
}
