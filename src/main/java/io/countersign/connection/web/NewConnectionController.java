package io.countersign.connection.web;

import io.countersign.connection.registry.NewConnections;
import io.countersign.identity.CanAdminister;
import io.countersign.identity.RequiresRecentPassword;
import io.countersign.site.FlashMessages;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.security.Principal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Adds a connection. */
@Controller
class NewConnectionController {

    private final ConnectionPageAssembler pages;
    private final NewConnections changes;
    private final FlashMessages flashMessages;

    NewConnectionController(ConnectionPageAssembler pages, NewConnections changes, FlashMessages flashMessages) {
        this.pages = pages;
        this.changes = changes;
        this.flashMessages = flashMessages;
    }

    @CanAdminister
    @GetMapping("/connections/new")
    String form(Model model) {
        return pages.form(model);
    }

    @CanAdminister
    @RequiresRecentPassword
    @PostMapping("/connections")
    String add(
            @Valid @ModelAttribute("form") ConnectionForm form,
            BindingResult errors,
            Principal person,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        form.check(errors);
        changes.checkTeam(form.team(), errors);
        if (!errors.hasErrors() && !changes.add(form.connection(), form.team(), person.getName())) {
            errors.rejectValue("accountId", "connection.already");
        }
        if (errors.hasErrors()) {
            ConnectionPageAssembler.refuse(model, response);
            return pages.form(form, model);
        }
        flashMessages.ok(flash, "connection.added");
        return "redirect:/connections/" + form.connection().account();
    }
}
