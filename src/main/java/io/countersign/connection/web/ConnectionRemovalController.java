package io.countersign.connection.web;

import io.countersign.connection.AccountId;
import io.countersign.connection.registry.ConnectionService;
import io.countersign.connection.registry.StoredConnection;
import io.countersign.identity.CanAdminister;
import io.countersign.identity.RequiresRecentPassword;
import io.countersign.site.FlashMessages;
import java.security.Principal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Removes connections after a confirmation page. */
@Controller
class ConnectionRemovalController {

    private final ConnectionPageAssembler pages;
    private final ConnectionService changes;
    private final FlashMessages flashMessages;

    ConnectionRemovalController(ConnectionPageAssembler pages, ConnectionService changes, FlashMessages flashMessages) {
        this.pages = pages;
        this.changes = changes;
        this.flashMessages = flashMessages;
    }

    @CanAdminister
    @GetMapping("/connections/{account}/removal")
    String ask(@PathVariable AccountId account, Model model) {
        StoredConnection stored = pages.stored(account);
        model.addAttribute("stored", ConnectionRowView.of(stored.connection(), "HERE", stored.paused(), null));
        return "connection/removal";
    }

    @CanAdminister
    @RequiresRecentPassword
    @PostMapping("/connections/{account}/removal")
    String remove(@PathVariable AccountId account, Principal person, RedirectAttributes flash) {
        StoredConnection stored = pages.stored(account);
        changes.remove(stored.account(), person.getName());
        flashMessages.ok(flash, "connection.removed.done", stored.connection().name());
        return "redirect:/connections";
    }
}
