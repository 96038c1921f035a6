package io.countersign.connection.role;

import io.countersign.identity.CanAdminister;
import jakarta.servlet.http.HttpSession;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Serves the roles for all accounts of an organization as CloudFormation and Terraform files. */
@Controller
@CanAdminister
class OrganizationRolesController {

    private final OrganizationRoles roles;

    OrganizationRolesController(OrganizationRoles roles) {
        this.roles = roles;
    }

    @GetMapping("/connections/import/roles.yaml")
    ResponseEntity<String> cloudFormation(HttpSession session) {
        return RoleFile.yaml("countersign-roles", RoleTemplateText.cloudFormation(roles.plan(session)));
    }

    @GetMapping("/connections/import/roles.tf")
    ResponseEntity<String> terraform(HttpSession session) {
        return RoleFile.terraform("countersign-roles", RoleTemplateText.terraform(roles.plan(session)));
    }
}
