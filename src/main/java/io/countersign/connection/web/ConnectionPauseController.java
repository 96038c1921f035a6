package io.countersign.connection.web;

import io.countersign.connection.AccountId;
import io.countersign.connection.registry.ConnectionService;
import io.countersign.connection.registry.StoredConnection;
import io.countersign.identity.CanAdminister;
import io.countersign.identity.RequiresRecentPassword;
import io.countersign.site.FlashMessages;
import java.security.Principal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Pauses and resumes connections. */
@Controller
class ConnectionPauseController {

    private final ConnectionPageAssembler pages;
    private final ConnectionService changes;
    private final FlashMessages flashMessages;

    ConnectionPauseController(ConnectionPageAssembler pages, ConnectionService changes, FlashMessages flashMessages) {
        this.pages = pages;
        this.changes = changes;
        this.flashMessages = flashMessages;
    }

    @CanAdminister
    @RequiresRecentPassword
    @PostMapping("/connections/{account}/pause")
    String pause(@PathVariable AccountId account, Principal person, RedirectAttributes flash) {
        StoredConnection stored = pages.stored(account);
        changes.pause(stored.account(), person.getName());
        return back(stored, "connection.paused.done", flash);
    }

    @CanAdminister
    @RequiresRecentPassword
    @PostMapping("/connections/{account}/resume")
    String resume(@PathVariable AccountId account, Principal person, RedirectAttributes flash) {
        StoredConnection stored = pages.stored(account);
        changes.resume(stored.account(), person.getName());
        return back(stored, "connection.resumed.done", flash);
    }

    private String back(StoredConnection stored, String message, RedirectAttributes flash) {
        flashMessages.ok(flash, message);
        return "redirect:/connections/" + stored.account();
    }
}
