package io.countersign.history;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

@Controller
@PreAuthorize("hasAnyRole('REVIEWER','LEAD','AUDITOR','ADMIN')")
class HistoryController {

    private final HistoryPage page;

    HistoryController(HistoryPage page) {
        this.page = page;
    }

    @GetMapping("/history")
    String show(
            @ModelAttribute("form") HistoryForm form, BindingResult errors, Model model, HttpServletResponse response) {
        return page.show(form, errors, model, response);
    }
}
