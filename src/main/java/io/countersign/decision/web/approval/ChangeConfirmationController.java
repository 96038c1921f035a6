package io.countersign.decision.web.approval;

import io.countersign.decision.eligibility.ChangeConfirmation;
import io.countersign.identity.CanConfirmChanges;
import io.countersign.identity.RecentAuthentication;
import io.countersign.policy.LooseningRule.Confirmation;
import io.countersign.site.FlashMessages;
import java.security.Principal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Confirms a change that loosens who may decide, after a recent reauthentication. */
@Controller
class ChangeConfirmationController {

    private static final String PAGE = "/rules";

    private final ChangeConfirmation changes;
    private final RecentAuthentication signIn;
    private final FlashMessages flashMessages;

    ChangeConfirmationController(ChangeConfirmation changes, RecentAuthentication signIn, FlashMessages flashMessages) {
        this.changes = changes;
        this.signIn = signIn;
        this.flashMessages = flashMessages;
    }

    @CanConfirmChanges
    @PostMapping("/rules/changes/{id}/confirmation")
    String confirm(@PathVariable long id, Principal person, RedirectAttributes flash) {
        if (!signIn.fresh()) {
            return "redirect:" + signIn.again(PAGE);
        }
        Confirmation confirmation = changes.confirm(id, person.getName())
                .orElseThrow(
                        () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "Change " + id + " does not exist."));
        String message = "authority.confirmation." + confirmation;
        if (confirmation.allowed()) {
            flashMessages.ok(flash, message);
        } else {
            flashMessages.warn(flash, message);
        }
        return "redirect:" + PAGE;
    }
}
