package io.countersign.batch.web;

import io.countersign.batch.Batch;
import io.countersign.batch.execution.BatchLifecycle;
import io.countersign.decision.Reason;
import io.countersign.decision.reason.OfferedReasons;
import io.countersign.identity.CanDecide;
import io.countersign.identity.RequiresCurrentGroups;
import io.countersign.site.FlashMessages;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Starts a draft of the user, once. If the form has errors, it keeps its input. */
@CanDecide
@Controller
class BatchStartController {

    private final BatchAccess access;
    private final BatchLifecycle lifecycle;
    private final DraftPageAssembler draftPageAssembler;
    private final OfferedReasons offered;
    private final FlashMessages flashMessages;

    BatchStartController(
            BatchAccess access,
            BatchLifecycle lifecycle,
            DraftPageAssembler draftPageAssembler,
            OfferedReasons offered,
            FlashMessages flashMessages) {
        this.access = access;
        this.lifecycle = lifecycle;
        this.draftPageAssembler = draftPageAssembler;
        this.offered = offered;
        this.flashMessages = flashMessages;
    }

    @RequiresCurrentGroups
    @PostMapping("/batches/{id}/start")
    String start(
            @PathVariable long id,
            @Valid @ModelAttribute("form") BatchForm form,
            BindingResult errors,
            Principal person,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        Batch batch = access.own(id, person.getName());
        if (batch.draft()) {
            form.checkItems(errors, draftPageAssembler.choosable(batch));
            if (errors.hasErrors()) {
                draftPageAssembler.fill(model, batch, form);
                response.setStatus(HttpStatus.BAD_REQUEST.value());
                return "batch/preflight";
            }
            if (lifecycle.start(batch, new Reason(form.reason()), form.items())) {
                return "redirect:/batches/" + id;
            }
        }
        if (!lifecycle.startedWith(id, form.reason(), form.items())) {
            flashMessages.warn(flash, "batch.started-before", form.reason());
        }
        return "redirect:/batches/" + id;
    }

    /** Inserts a reason template, or the last reason of the user, into the form, for browsers without JavaScript. It starts nothing. */
    @PostMapping("/batches/{id}/drafts")
    String insert(
            @PathVariable long id,
            @ModelAttribute("typed") BatchForm typed,
            @RequestParam(required = false) @Nullable Long template,
            @RequestParam(defaultValue = "false") boolean last,
            Principal person,
            Model model) {
        Batch batch = access.own(id, person.getName());
        if (!batch.draft()) {
            return "redirect:/batches/" + batch.id();
        }
        BatchForm form = typed.adding(offered.chosen(template, last, person.getName()));
        draftPageAssembler.fill(model, batch, form);
        model.addAttribute("form", form);
        return "batch/preflight";
    }
}
