package io.countersign.owner;

import io.countersign.connection.AccountId;
import io.countersign.identity.Leads;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Changes an account of the address book, or takes it out. */
@Leads
@Controller
class OwnerController {

    private final OwnerPages pages;
    private final AddressBookChanges changes;

    OwnerController(OwnerPages pages, AddressBookChanges changes) {
        this.pages = pages;
        this.changes = changes;
    }

    @GetMapping("/owners/{account}")
    String show(@PathVariable String account, Model model) {
        OwnerAccount stored = pages.stored(OwnerPages.account(account));
        return pages.form(OwnerForm.of(stored), stored, model);
    }

    @PostMapping("/owners/{account}")
    String change(
            @PathVariable String account,
            @ModelAttribute("form") OwnerForm typed,
            BindingResult errors,
            Principal person,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        OwnerAccount stored = pages.stored(OwnerPages.account(account));
        OwnerForm form = typed.with(account);
        form.check(errors);
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute("refused", true);
            return pages.form(form, stored, model);
        }
        return switch (changes.change(form.details(), form.seen(), person.getName())) {
            case DONE -> {
                pages.say(flash, "owner.changed", form.details().name());
                yield "redirect:/owners";
            }
            case OVERTAKEN -> pages.overtaken(form, pages.stored(stored.account()), model, response);
            case GONE -> throw OwnerPages.none(stored.account());
        };
    }

    @PostMapping("/owners/{account}/removal")
    String remove(
            @PathVariable String account,
            @ModelAttribute("form") OwnerForm form,
            Principal person,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        AccountId id = OwnerPages.account(account);
        OwnerAccount stored = pages.stored(id);
        return switch (changes.remove(id, form.seen(), person.getName())) {
            case DONE -> {
                pages.say(flash, "owner.removed", stored.details().name());
                yield "redirect:/owners";
            }
            case OVERTAKEN -> {
                response.setStatus(HttpStatus.CONFLICT.value());
                model.addAttribute("overtaken", true);
                OwnerAccount now = pages.stored(id);
                yield pages.form(OwnerForm.of(now), now, model);
            }
            case GONE -> throw OwnerPages.none(id);
        };
    }
}
