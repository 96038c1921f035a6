package io.countersign.connection.role;

import io.countersign.connection.AccountId;
import io.countersign.identity.CanAdminister;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

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
        RolePlan plan = templates.plan(templates.connection(account), session);
        return file(plan.account(), "yaml", "application/yaml", RoleTemplateText.cloudFormation(plan));
    }

    @GetMapping("/connections/{account}/roles.tf")
    ResponseEntity<String> terraform(@PathVariable AccountId account, HttpSession session) {
        RolePlan plan = templates.plan(templates.connection(account), session);
        return file(plan.account(), "tf", "text/plain", RoleTemplateText.terraform(plan));
    }

    private static ResponseEntity<String> file(String account, String ending, String type, String text) {
        ContentDisposition attachment = ContentDisposition.attachment()
                .filename("countersign-roles-" + account + "." + ending)
                .build();
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.parseMediaType(type), StandardCharsets.UTF_8))
                .header("Content-Disposition", attachment.toString())
                .body(text);
    }
}
