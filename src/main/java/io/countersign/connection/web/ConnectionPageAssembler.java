package io.countersign.connection.web;

import io.countersign.connection.AccountId;
import io.countersign.connection.Connection;
import io.countersign.connection.registry.ConfiguredConnections;
import io.countersign.connection.registry.StoredConnection;
import io.countersign.connection.registry.StoredConnectionRepository;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the pages of one connection share. */
@Component
public class ConnectionPageAssembler {

    private final ConfiguredConnections configured;
    private final StoredConnectionRepository stored;
    private final MessageSourceAccessor messages;

    ConnectionPageAssembler(
            ConfiguredConnections configured, StoredConnectionRepository stored, MessageSource messages) {
        this.configured = configured;
        this.stored = stored;
        this.messages = new MessageSourceAccessor(messages);
    }

    /** The form for a new connection. */
    public String form(ConnectionForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("regions", RegionOption.all(form.chosen()));
        return "connection/form";
    }

    /** The form for a connection that was added here. */
    public String form(ConnectionForm form, StoredConnection now, Model model) {
        model.addAttribute("stored", ConnectionRowView.of(now.connection(), "HERE", now.paused(), null));
        model.addAttribute("changedAt", now.changedAt());
        model.addAttribute("changedBy", now.changedBy());
        return form(form, model);
    }

    /** The page comes back with what was typed, and says what is wrong with it. */
    public static void refuse(Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.BAD_REQUEST.value());
        model.addAttribute("refused", true);
    }

    /** What the configuration says, which cannot be changed here. */
    public String configured(Connection connection, Model model) {
        model.addAttribute("stored", ConnectionRowView.of(connection, "CONFIGURATION", false, null));
        return "connection/configured";
    }

    public Optional<Connection> configured(AccountId account) {
        return configured.find(account);
    }

    /** Answers 404 where there is none. */
    public StoredConnection stored(AccountId account) {
        return stored.find(account).orElseThrow(() -> none(account));
    }

    static ResponseStatusException none(AccountId account) {
        return new ResponseStatusException(
                HttpStatus.NOT_FOUND, "There is no editable connection to account " + account + ".");
    }

    /** On the page to which the person is led. */
    public void say(RedirectAttributes flash, String kind, String message, Object... values) {
        flash.addFlashAttribute("flashKind", kind);
        flash.addFlashAttribute("flash", messages.getMessage(message, values));
    }

    /** Answers 400 to what is no account id. */
    public static AccountId account(String typed) {
        try {
            return new AccountId(typed);
        } catch (IllegalArgumentException malformed) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "account: " + malformed.getMessage());
        }
    }
}
