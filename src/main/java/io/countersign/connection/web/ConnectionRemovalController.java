package io.countersign.connection.web;

import io.countersign.connection.registry.ConnectionService;
import io.countersign.connection.registry.StoredConnection;
import io.countersign.identity.Admins;
import java.security.Principal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Removes a connection, after a page that says what that means. */
@Controller
class ConnectionRemovalController {

    private final ConnectionPageAssembler pages;
    private final ConnectionService changes;

    ConnectionRemovalController(ConnectionPageAssembler pages, ConnectionService changes) {
        this.pages = pages;
        this.changes = changes;
    }

    @Admins
    @GetMapping("/connections/{account}/removal")
    String ask(@PathVariable String account, Model model) {
        StoredConnection stored = pages.stored(ConnectionPageAssembler.account(account));
        model.addAttribute("stored", ConnectionRowView.of(stored.connection(), "HERE", stored.paused(), null));
        return "connection/removal";
    }

    @Admins
    @PostMapping("/connections/{account}/removal")
    String remove(@PathVariable String account, Principal person, RedirectAttributes flash) {
        StoredConnection stored = pages.stored(ConnectionPageAssembler.account(account));
        changes.remove(stored.account(), person.getName());
        pages.say(flash, "ok", "connection.removed.done", stored.connection().name());
        return "redirect:/connections";
    }
}
