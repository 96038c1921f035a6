package io.countersign.decision.web.approval;

import io.countersign.decision.eligibility.ChangeConfirmation;
import io.countersign.identity.CanConfirmChanges;
import io.countersign.identity.RequiresRecentPassword;
import io.countersign.policy.LooseningRule.Confirmation;
import io.countersign.site.FlashMessages;
import java.security.Principal;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Confirms changes that loosen who may decide. */
@Controller
class ChangeConfirmationController {

    private static final String PAGE = "redirect:/rules";

    private final ChangeConfirmation changes;
    private final FlashMessages flashMessages;

    ChangeConfirmationController(ChangeConfirmation changes, FlashMessages flashMessages) {
        this.changes = changes;
        this.flashMessages = flashMessages;
    }

    @CanConfirmChanges
    @RequiresRecentPassword
    @PostMapping("/rules/changes/{id}/confirmation")
    String confirm(@PathVariable long id, Principal person, RedirectAttributes flash) {
        Confirmation confirmation =
                changes.confirm(List.of(id), person.getName()).get(id);
        if (confirmation == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "Change " + id + " does not exist.");
        }
        show(confirmation.allowed(), flash, "authority.confirmation." + confirmation);
        return PAGE;
    }

    /** @param typed the IDs of changes that were made together, separated by commas; null for an empty one */
    @CanConfirmChanges
    @RequiresRecentPassword
    @PostMapping("/rules/changes/confirmation")
    String confirmAll(@RequestParam("changes") List<@Nullable Long> typed, Principal person, RedirectAttributes flash) {
        List<Long> ids = typed.stream().filter(Objects::nonNull).toList();
        if (ids.size() > ChangeListAssembler.MOST_TOGETHER) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "authority.confirmations.many");
        }
        Collection<Confirmation> judged = changes.confirm(ids, person.getName()).values();
        if (judged.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "None of these changes exists.");
        }
        int confirmed = Collections.frequency(judged, Confirmation.ALLOWED);
        int endorsed = Collections.frequency(judged, Confirmation.FIRST_OF_TWO);
        int refused = judged.size() - confirmed - endorsed;
        show(refused == 0, flash, "authority.confirmations", confirmed, endorsed, refused);
        return PAGE;
    }

    private void show(boolean ok, RedirectAttributes flash, String message, Object... arguments) {
        if (ok) {
            flashMessages.ok(flash, message, arguments);
        } else {
            flashMessages.warn(flash, message, arguments);
        }
    }
}
