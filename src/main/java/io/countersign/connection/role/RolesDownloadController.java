package io.countersign.connection.role;

import io.countersign.connection.AccountId;
import io.countersign.connection.Connection;
import io.countersign.connection.web.ConnectionForm;
import io.countersign.identity.CanAdminister;
import jakarta.servlet.http.HttpSession;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/** Serves the roles of a connection as CloudFormation and Terraform files. */
@Controller
@CanAdminister
class RolesDownloadController {

    private final RoleTemplates templates;

    RolesDownloadController(RoleTemplates templates) {
        this.templates = templates;
    }

    @GetMapping("/connections/{account}/roles.yaml")
    ResponseEntity<String> cloudFormation(@PathVariable AccountId account, HttpSession session) {
        return cloudFormation(templates.plan(templates.connection(account), session));
    }

    @GetMapping("/connections/{account}/roles.tf")
    ResponseEntity<String> terraform(@PathVariable AccountId account, HttpSession session) {
        return terraform(templates.plan(templates.connection(account), session));
    }

    @PostMapping("/connections/roles.yaml")
    ResponseEntity<String> cloudFormation(
            @Valid @ModelAttribute ConnectionForm form, BindingResult errors, HttpSession session) {
        return cloudFormation(templates.plan(unsaved(form, errors), session));
    }

    @PostMapping("/connections/roles.tf")
    ResponseEntity<String> terraform(
            @Valid @ModelAttribute ConnectionForm form, BindingResult errors, HttpSession session) {
        return terraform(templates.plan(unsaved(form, errors), session));
    }

    /** The page with the buttons was shown for the same values, so errors need no message. */
    private static Connection unsaved(ConnectionForm form, BindingResult errors) {
        form.check(errors);
        if (errors.hasErrors()) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "The values of the connection are not valid.");
        }
        return form.connection();
    }

    private static ResponseEntity<String> cloudFormation(RolePlan plan) {
        return RoleFile.yaml("countersign-roles-" + plan.account(), RoleTemplateText.cloudFormation(plan));
    }

    private static ResponseEntity<String> terraform(RolePlan plan) {
        return RoleFile.terraform("countersign-roles-" + plan.account(), RoleTemplateText.terraform(plan));
    }
}
