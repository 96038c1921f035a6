package io.countersign.batch.web;

import io.countersign.batch.BatchItem;
import io.countersign.batch.BatchProperties;
import io.countersign.batch.draft.DraftFactory;
import io.countersign.batch.draft.DraftForm;
import io.countersign.batch.draft.DraftService;
import io.countersign.identity.CanDecide;
import io.countersign.invitation.queue.BulkSelection;
import io.countersign.invitation.queue.QueueFilter;
import io.countersign.site.FlashMessages;
import io.countersign.team.access.ReviewerAccess;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Creates a draft from a selection, a filter or pasted ids. It decides nothing. */
@CanDecide
@Controller
class BatchDraftController {

    private final DraftFactory draftFactory;
    private final BulkSelection bulkSelection;
    private final DraftService draftService;
    private final BatchProperties properties;
    private final ReviewerAccess reviewerAccess;
    private final MessageSourceAccessor messages;

    BatchDraftController(
            DraftFactory draftFactory,
            BulkSelection bulkSelection,
            DraftService draftService,
            BatchProperties properties,
            ReviewerAccess reviewerAccess,
            MessageSource messages) {
        this.draftFactory = draftFactory;
        this.bulkSelection = bulkSelection;
        this.draftService = draftService;
        this.properties = properties;
        this.reviewerAccess = reviewerAccess;
        this.messages = new MessageSourceAccessor(messages);
    }

    @GetMapping("/batches/new")
    String paste(Model model) {
        model.addAttribute("form", DraftForm.EMPTY);
        model.addAttribute("most", properties.most());
        return "batch/paste";
    }

    @PostMapping("/batches")
    String choose(
            @ModelAttribute("form") DraftForm form,
            BindingResult errors,
            @RequestParam Map<String, String> parameters,
            Principal person,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        QueueFilter filter = reviewerAccess.restrict(QueueFilter.of(parameters), person.getName());
        int matching = form.everything() ? bulkSelection.count(filter) : 0;
        if (matching > properties.most()
                && form.first() == null
                && form.wanted().isPresent()) {
            return askForLimit(matching, form, filter, model);
        }
        List<BatchItem> chosen = form.everything()
                ? draftFactory.matching(filter, properties.most())
                : draftFactory.named(form, filter, properties.most());
        check(form, chosen, errors);
        if (errors.hasErrors()) {
            return form.pastes() ? pasteAgain(model, response) : backToQueue(errors, filter, flash);
        }
        long batch = draftService.make(person.getName(), form.wanted().orElseThrow(), filter.link("/"), chosen);
        return "redirect:/batches/" + batch;
    }

    private void check(DraftForm form, List<BatchItem> chosen, BindingResult errors) {
        if (form.wanted().isEmpty()) {
            errors.rejectValue("action", "batch.action.missing");
        }
        if (chosen.isEmpty()) {
            errors.rejectValue("ids", problemOfNone(form));
        }
        if (chosen.size() > properties.most()) {
            errors.rejectValue("ids", "batch.ids.many", new Object[] {properties.most(), chosen.size()}, null);
        }
    }

    private static String problemOfNone(DraftForm form) {
        if (form.everything()) {
            return "batch.ids.none-match";
        }
        return form.pastes() ? "batch.ids.missing" : "batch.item.missing";
    }

    private String askForLimit(int matching, DraftForm form, QueueFilter filter, Model model) {
        model.addAttribute("matching", matching);
        model.addAttribute("most", properties.most());
        model.addAttribute("action", form.all());
        model.addAttribute("postHref", filter.link("/batches"));
        model.addAttribute("queueHref", filter.link("/"));
        return "batch/ask";
    }

    private String pasteAgain(Model model, HttpServletResponse response) {
        model.addAttribute("most", properties.most());
        response.setStatus(HttpStatus.BAD_REQUEST.value());
        return "batch/paste";
    }

    private String backToQueue(BindingResult errors, QueueFilter filter, RedirectAttributes flash) {
        FlashMessages.show(
                flash, "warn", messages.getMessage(errors.getAllErrors().get(0)));
        return "redirect:" + filter.link("/");
    }
}
