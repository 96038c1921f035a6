package io.countersign.queue.view;

import io.countersign.identity.CanRead;
import io.countersign.identity.Role;
import io.countersign.site.FlashMessages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Saves, shares and removes views of the queue, and sets the start view. */
@CanRead
@Controller
class SavedViewController {

    private final SavedViewRepository views;
    private final DefaultViewRepository defaults;
    private final SavedViewPageAssembler pages;
    private final FlashMessages flashMessages;

    SavedViewController(
            SavedViewRepository views,
            DefaultViewRepository defaults,
            SavedViewPageAssembler pages,
            FlashMessages flashMessages) {
        this.views = views;
        this.defaults = defaults;
        this.pages = pages;
        this.flashMessages = flashMessages;
    }

    @GetMapping("/views")
    String list(HttpServletRequest request, Model model) {
        pages.fill(request, model);
        model.addAttribute("form", SavedViewForm.empty());
        return "queue/views";
    }

    @PostMapping("/views")
    String save(
            @Valid @ModelAttribute("form") SavedViewForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        form.checkQuery(errors);
        if (form.isShared() && !SavedViewPageAssembler.decides(request)) {
            errors.rejectValue("shared", "view.shared.refused");
        }
        Optional<Long> saved = errors.hasErrors()
                ? Optional.empty()
                : views.save(form.name(), form.stored(), SavedViewPageAssembler.person(request), form.isShared());
        if (saved.isEmpty()) {
            if (!errors.hasErrors()) {
                errors.rejectValue("name", "view.many", new Object[] {SavedViewRepository.MOST}, null);
            }
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            pages.fill(request, model);
            return "queue/views";
        }
        if (form.isStart()) {
            defaults.set(saved.get(), SavedViewPageAssembler.person(request));
        }
        flashMessages.ok(flash, "view.saved", form.name());
        return "redirect:/?" + form.stored();
    }

    @PostMapping("/views/{id}/start")
    String start(@PathVariable long id, HttpServletRequest request, RedirectAttributes flash) {
        SavedView view = seen(id, request);
        defaults.set(view.id(), SavedViewPageAssembler.person(request));
        flashMessages.ok(flash, "view.start.done", view.name());
        return "redirect:/views";
    }

    @PostMapping("/views/all/start")
    String startWithAll(HttpServletRequest request, RedirectAttributes flash) {
        defaults.clear(SavedViewPageAssembler.person(request));
        flashMessages.ok(flash, "view.start.all");
        return "redirect:/views";
    }

    /** @param shared whether to share it */
    @PostMapping("/views/{id}/sharing")
    String share(
            @PathVariable long id,
            @RequestParam(defaultValue = "false") boolean shared,
            HttpServletRequest request,
            RedirectAttributes flash) {
        SavedView view = seen(id, request);
        require(view.person().equals(SavedViewPageAssembler.person(request))
                && SavedViewPageAssembler.decides(request));
        views.share(view.id(), shared);
        flashMessages.ok(flash, shared ? "view.shared.done" : "view.unshared.done", view.name());
        return "redirect:/views";
    }

    /** Users remove their own views; leads also remove shared ones. */
    @PostMapping("/views/{id}/removal")
    String remove(@PathVariable long id, HttpServletRequest request, RedirectAttributes flash) {
        SavedView view = seen(id, request);
        require(view.person().equals(SavedViewPageAssembler.person(request)) || request.isUserInRole(Role.LEAD.name()));
        views.remove(view.id());
        flashMessages.ok(flash, "view.removed", view.name());
        return "redirect:/views";
    }

    private SavedView seen(long id, HttpServletRequest request) {
        return views.find(id, SavedViewPageAssembler.person(request), SavedViewPageAssembler.decides(request))
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "This view does not exist or is not shared with you."));
    }

    private static void require(boolean allowed) {
        if (!allowed) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN, "This view belongs to another user.");
        }
    }
}
