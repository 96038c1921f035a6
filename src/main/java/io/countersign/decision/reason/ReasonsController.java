package io.countersign.decision.reason;

import io.countersign.decision.ReasonTemplate;
import io.countersign.identity.CanLead;
import io.countersign.identity.CanRead;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.security.Principal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/** Shows the reason templates to all users; leads add, change and remove them. */
@CanLead
@Controller
class ReasonsController {

    private final ReasonTemplates templates;

    ReasonsController(ReasonTemplates templates) {
        this.templates = templates;
    }

    @CanRead
    @GetMapping("/reasons")
    String list(Model model) {
        return list(ReasonForm.empty(), model);
    }

    @PostMapping("/reasons")
    String add(
            @Valid @ModelAttribute("form") ReasonForm form,
            BindingResult errors,
            Principal person,
            Model model,
            HttpServletResponse response) {
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return list(form, model);
        }
        templates.add(form.reason(), person.getName());
        return "redirect:/reasons";
    }

    @GetMapping("/reasons/{id}")
    String show(@PathVariable long id, Model model) {
        ReasonTemplate stored = stored(id);
        return one(ReasonForm.of(stored), stored, model);
    }

    @PostMapping("/reasons/{id}")
    String change(
            @PathVariable long id,
            @Valid @ModelAttribute("form") ReasonForm form,
            BindingResult errors,
            Principal person,
            Model model,
            HttpServletResponse response) {
        ReasonTemplate stored = stored(id);
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return one(form, stored, model);
        }
        boolean changed =
                form.seenVersion() == stored.version() && templates.change(stored, form.reason(), person.getName());
        return changed ? "redirect:/reasons" : overtaken(form, id, model, response);
    }

    @PostMapping("/reasons/{id}/removal")
    String remove(
            @PathVariable long id,
            @ModelAttribute("form") ReasonForm form,
            Principal person,
            Model model,
            HttpServletResponse response) {
        ReasonTemplate stored = stored(id);
        boolean removed = form.seenVersion() == stored.version() && templates.remove(stored, person.getName());
        return removed ? "redirect:/reasons" : overtaken(form, id, model, response);
    }

    /** Keeps the typed text and shows the stored one beside it; a second submit replaces the stored text. */
    private String overtaken(ReasonForm form, long id, Model model, HttpServletResponse response) {
        ReasonTemplate now = stored(id);
        response.setStatus(HttpStatus.CONFLICT.value());
        model.addAttribute("overtaken", true);
        return one(new ReasonForm(form.text(), Integer.toString(now.version())), now, model);
    }

    private String list(ReasonForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("templates", templates.all());
        return "decision/reasons";
    }

    private static String one(ReasonForm form, ReasonTemplate stored, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("stored", stored);
        return "decision/reason";
    }

    private ReasonTemplate stored(long id) {
        return templates
                .find(id)
                .orElseThrow(() ->
                        new ResponseStatusException(HttpStatus.NOT_FOUND, "This reason template no longer exists."));
    }
}
