package io.countersign.connection.web;

import io.countersign.connection.registry.ConnectionService;
import io.countersign.connection.registry.StoredConnection;
import io.countersign.identity.Admins;
import java.security.Principal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Pauses a connection, and resumes it. */
@Controller
class ConnectionPauseController {

    private final ConnectionPageAssembler pages;
    private final ConnectionService changes;

    ConnectionPauseController(ConnectionPageAssembler pages, ConnectionService changes) {
        this.pages = pages;
        this.changes = changes;
    }

    @Admins
    @PostMapping("/connections/{account}/pause")
    String pause(@PathVariable String account, Principal person, RedirectAttributes flash) {
        StoredConnection stored = pages.stored(ConnectionPageAssembler.account(account));
        changes.pause(stored.account(), person.getName());
        return back(stored, "connection.paused.done", flash);
    }

    @Admins
    @PostMapping("/connections/{account}/resume")
    String resume(@PathVariable String account, Principal person, RedirectAttributes flash) {
        StoredConnection stored = pages.stored(ConnectionPageAssembler.account(account));
        changes.resume(stored.account(), person.getName());
        return back(stored, "connection.resumed.done", flash);
    }

    private String back(StoredConnection stored, String message, RedirectAttributes flash) {
        pages.say(flash, "ok", message);
        return "redirect:/connections/" + stored.account();
    }
}
