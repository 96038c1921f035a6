package io.countersign.connection.role;

import io.countersign.connection.web.ConnectionForm;
import io.countersign.connection.web.ConnectionPageAssembler;
import io.countersign.identity.CanAdminister;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.validation.Valid;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** Shows the roles of a connection before it is stored, so that they can be created and tested first. */
@Controller
@CanAdminister
class UnsavedRolesController {

    private final ConnectionPageAssembler pages;
    private final RoleTemplates templates;

    UnsavedRolesController(ConnectionPageAssembler pages, RoleTemplates templates) {
        this.pages = pages;
        this.templates = templates;
    }

    @PostMapping("/connections/roles")
    String show(
            @Valid @ModelAttribute("form") ConnectionForm form,
            BindingResult errors,
            HttpSession session,
            Model model,
            HttpServletResponse response) {
        form.check(errors);
        if (errors.hasErrors()) {
            ConnectionPageAssembler.refuse(model, response);
            return pages.form(form, model);
        }
        RolePlan plan = templates.plan(form.connection(), session);
        model.addAttribute("page", RolesPage.of(form.connection(), plan));
        model.addAttribute("unsaved", form.withRoles(plan.reader(), plan.decider()));
        return "connection/roles";
    }

    /** Continues with the form and the roles in it. */
    @PostMapping("/connections/new")
    String resume(@ModelAttribute("form") ConnectionForm form, Model model) {
        return pages.form(form, model);
    }
}
