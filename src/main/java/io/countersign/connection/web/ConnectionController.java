package io.countersign.connection.web;

import io.countersign.connection.AccountId;
import io.countersign.connection.Connection;
import io.countersign.connection.registry.ConnectionDifference;
import io.countersign.connection.registry.ConnectionService;
import io.countersign.connection.registry.ExternalIdGenerator;
import io.countersign.connection.registry.StoredConnection;
import io.countersign.identity.CanAdminister;
import io.countersign.identity.RequiresRecentPassword;
import io.countersign.site.FlashMessages;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.security.Principal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows connections, and changes those added in the browser. */
@Controller
class ConnectionController {

    private final ConnectionPageAssembler pages;
    private final ConnectionService changes;
    private final FlashMessages flashMessages;

    ConnectionController(ConnectionPageAssembler pages, ConnectionService changes, FlashMessages flashMessages) {
        this.pages = pages;
        this.changes = changes;
        this.flashMessages = flashMessages;
    }

    /** @param externalId {@code new} proposes a new value, which is stored only with the form */
    @CanAdminister
    @GetMapping("/connections/{account}")
    String show(
            @PathVariable AccountId account,
            @RequestParam(name = "external-id", required = false) @Nullable String externalId,
            Model model) {
        Optional<Connection> configured = pages.configured(account);
        if (configured.isPresent()) {
            return pages.configured(configured.get(), model);
        }
        StoredConnection stored = pages.stored(account);
        ConnectionForm form = ConnectionForm.of(stored);
        boolean another = "new".equals(externalId);
        model.addAttribute("proposed", another);
        return pages.form(another ? form.withExternalId(ExternalIdGenerator.random()) : form, stored, model);
    }

    @CanAdminister
    @RequiresRecentPassword
    @PostMapping("/connections/{account}")
    String change(
            @PathVariable AccountId account,
            @Valid @ModelAttribute("form") ConnectionForm typed,
            BindingResult errors,
            Principal person,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        StoredConnection stored = pages.stored(account);
        ConnectionForm form = typed.with(account.value(), typed.version());
        form.check(errors);
        if (errors.hasErrors()) {
            ConnectionPageAssembler.refuse(model, response);
            return pages.form(form, stored, model);
        }
        if (changes.change(form.connection(), form.seenVersion(), person.getName())) {
            flashMessages.ok(flash, "connection.changed");
            return "redirect:/connections/" + account;
        }
        return overtaken(form, pages.stored(stored.account()), model, response);
    }

    /** Keeps the input and shows the values that another user stored; submitting again replaces them. */
    private String overtaken(ConnectionForm form, StoredConnection now, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.CONFLICT.value());
        model.addAttribute("differences", ConnectionDifference.between(form.connection(), now.connection()));
        return pages.form(form.with(now.account().value(), Integer.toString(now.version())), now, model);
    }
}
