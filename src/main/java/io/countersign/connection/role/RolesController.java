package io.countersign.connection.role;

import io.countersign.connection.AccountId;
import io.countersign.connection.Connection;
import io.countersign.identity.CanAdminister;
import jakarta.servlet.http.HttpSession;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Shows the roles that a connected account must create, with instructions. */
@Controller
@CanAdminister
class RolesController {

    private final RoleTemplates templates;

    RolesController(RoleTemplates templates) {
        this.templates = templates;
    }

    @GetMapping("/connections/{account}/roles")
    String show(@PathVariable AccountId account, HttpSession session, Model model) {
        Connection connection = templates.connection(account);
        model.addAttribute("page", RolesPage.of(connection, templates.plan(connection, session)));
        return "connection/roles";
    }
}
